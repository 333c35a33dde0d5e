/** Says that reading takes long, for whoever waits. */

/** Milliseconds of reading. */
const PATIENCE = 10_000;

/** Waits for what is done with a file. */
export type Watch = <Result>(path: string, work: Promise<Result>) => Promise<Result>;

/** @param tell is told once, when reading has taken long, which file is being read */
export function watchReading(tell: (path: string) => void = () => {}, patience = PATIENCE): Watch {
  const reading = new Set<string>();
  let [left, since, isTold] = [patience, 0, false];
  let timer: NodeJS.Timeout | undefined;
  const say = (): void => {
    const [path] = reading;
    isTold = true;
    if (path !== undefined) tell(path);
  };
  return async (path, work) => {
    if (reading.size === 0 && !isTold) {
      since = performance.now();
      timer = setTimeout(say, left).unref();
    }
    reading.add(path);
    try {
      return await work;
    } finally {
      reading.delete(path);
      if (reading.size === 0) {
        clearTimeout(timer);
        left -= performance.now() - since;
      }
    }
  };
}
