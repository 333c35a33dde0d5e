/** Why a JSON file is not the document that was asked for. */
import { formatPath } from '../domain/ledger.ts';
import type { Text } from '../domain/text.ts';

/**
 * @param schema what the file says that it is
 * @param known the one that this program reads
 * @param name what that is called, without an article
 */
export function otherDocument(schema: string | undefined, known: string, name: Text): Text {
  if (schema === undefined || !/^ledger\/[a-z-]+@\d+$/u.test(schema)) {
    return { zh: `这不是${name.zh}`, en: `it is not a ${name.en}` };
  }
  return schema.startsWith(known.replace(/\d+$/u, ''))
    ? {
        zh: `这是较新版本的${name.zh}（${schema}），本程序只支持${known}`,
        en: `it is a newer ${name.en} (${schema}); this program supports ${known}`,
      }
    : { zh: `这是${schema}，不是${name.zh}`, en: `it is a ${schema}, not a ${name.en}` };
}

/** @param path where in the document */
export function wrongPlace(path: readonly PropertyKey[]): Text {
  const place = formatPath(path.map((step) => (typeof step === 'number' ? step : String(step))));
  return { zh: `其中缺少${place}，或其值有误`, en: `its ${place} is missing or wrong` };
}
