/** Resources that follow each other in a circle: each would be the continuation of its own end. */

/** Each circle once, from its first member in the order of the map on. Linear: a resource follows one other at most. */
export function findCircles(followed: ReadonlyMap<string, string>): readonly (readonly string[])[] {
  const walkOf = new Map<string, string>();
  const circles: (readonly string[])[] = [];
  for (const start of followed.keys()) {
    const walk: string[] = [];
    let at: string | undefined = start;
    while (at !== undefined && !walkOf.has(at)) {
      walkOf.set(at, start);
      walk.push(at);
      at = followed.get(at);
    }
    if (at !== undefined && walkOf.get(at) === start) circles.push(walk.slice(walk.indexOf(at)));
  }
  return circles;
}
