import packageJson from '../package.json' with { type: 'json' };

export const VERSION = packageJson.version;
/** What the program is installed by. */
export const PACKAGE = packageJson.name;
