/** Who answers for something, as people write it: 李强, 李强 13800000001, 李强（网络部）, 李强 <li@example.com>. */
import { latePattern } from './late-pattern.ts';

const label = String.raw`(?:(?:联系)?(?:电话|手机|邮箱)(?:号码?)?|\b(?:tel|telephone|phone|mobile|e-?mail)\b\.?)\s*:?\s*`;
const telephone = String.raw`(?<![a-z\d])(?:\(0\d{2,3}\)\s*)?\+?\d[\d\s-]{5,18}\d(?:\s*(?:转|分机|ext\.?)\s*\d{1,6})?`;
const mail = String.raw`(?<![\w.+-])[\w.+-]+@[\w.-]+`;
const contact = latePattern(`(?:${label})?(?:${telephone}|${mail})`, 'giu');

/** One text for each way of writing a person or a department. A note in brackets stays: 网络部（北京） is not 网络部（上海）. */
export function personOf(owner: string): string {
  const plain = owner.normalize('NFKC').toLowerCase();
  const name = MAY_HOLD_CONTACT.test(plain)
    ? plain.replaceAll(contact(), '').replaceAll(EMPTY_BRACKETS, '').replaceAll(LOOSE_ENDS, '')
    : plain;
  return (name === '' ? plain : name).replaceAll(/\s/gu, '');
}

const MAY_HOLD_CONTACT = /[\d@]/u;
const EMPTY_BRACKETS = /[<([【][\s,、;:/|-]*[>)\]】]/gu;
const LOOSE_ENDS = /^[\s,、;:/|-]+|(?<![\s,、;:/|-])[\s,、;:/|-]+$/gu;

/**
 * Whether somebody is one of those who are named; a name alone means all of that name, whatever note stands beside it, and
 * whoever answers together with others.
 */
export function isPersonNamed(names: readonly string[]): (owner: string | undefined) => boolean {
  const wanted = new Set(names.map(personOf));
  return (owner) => {
    if (owner === undefined) return false;
    const person = personOf(owner);
    const name = person.replaceAll(NOTE, '');
    return [person, name, ...name.split(BETWEEN_NAMES)].some((one) => wanted.has(one));
  };
}

const BETWEEN_NAMES = /[、,;/|]/u;
const NOTE = /\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/gu;
