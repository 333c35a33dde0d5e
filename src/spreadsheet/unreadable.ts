/** Why a file cannot be read as a table. */
export type UnreadableWorkbook =
  /** The binary format of old Excel and WPS, or a workbook behind a password. */
  | { readonly unreadable: 'legacy' }
  /** Neither a workbook nor text. */
  | { readonly unreadable: 'workbook' }
  | { readonly unreadable: 'csv'; readonly line: number | undefined };
