/** A file that is made from the code. */
export interface GeneratedFile {
  /** From the root of the project. */
  readonly path: string;
  readonly text: string;
}
