import packageJson from '../package.json' with { type: 'json' };

export const VERSION = packageJson.version;
/** The day of the build in UTC. What was never built, as in a test, may have any clock. */
export const BUILT_ON = typeof BUILD_DAY === 'undefined' ? '1970-01-01' : BUILD_DAY;

/** `tsdown.config.ts` puts it in. */
declare const BUILD_DAY: string;

/** What the program is installed by. */
export const PACKAGE = packageJson.name;
