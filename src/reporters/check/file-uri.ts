/**
 * A path with forward slashes as a reference of RFC 3986: a relative one for a relative path, `file:///D:/…` for one with a
 * drive. Half a surrogate pair, which no URI can hold, becomes U+FFFD.
 */
export function uriOfFile(path: string): string {
  const [first = '', ...rest] = path.toWellFormed().split('/');
  const below = rest.map(encodeURIComponent);
  if (/^[a-z]:$/iu.test(first)) return `file:///${[first, ...below].join('/')}`;
  return [encodeURIComponent(first), ...below].join('/');
}
