/**
 * Loads the built program with its compiled code: to compile it anew is more than half of a cold start. Node 22 keeps
 * compiled code by itself when asked; for Node 20 the build leaves it beside the program. CommonJS, because the loader of
 * ES modules alone takes longer than reading a ledger.
 */
'use strict';
const { readFileSync } = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');

const program = path.join(__dirname, '../dist/program.cjs');

/** The program's exports. */
function load() {
  if (nodeModule.enableCompileCache === undefined) return evaluate(compile());
  nodeModule.enableCompileCache();
  return require(program);
}

/** V8 refuses code that another version or other flags compiled, and compiles the source instead. */
function compile() {
  const { Script } = require('node:vm');
  const wrapped = `(function (exports, require, module, __filename, __dirname) {${readFileSync(program, 'utf8')}\n})`;
  return new Script(wrapped, { filename: program, cachedData: readCompiled() });
}

/** Runs the script as the module that it is, known to the parts that it loads later. */
function evaluate(script) {
  const module = new nodeModule.Module(program);
  module.filename = program;
  module.exports = {};
  require.cache[program] = module;
  script.runInThisContext()(module.exports, nodeModule.createRequire(program), module, program, path.dirname(program));
  module.loaded = true;
  return module.exports;
}

function readCompiled() {
  try {
    return readFileSync(`${program}.v8`);
  } catch {
    return undefined;
  }
}

module.exports = { load, compile, evaluate, program };
