#!/usr/bin/env node
/** Loads the built program, with what Node compiled of it before; a broken installation is a fault like any other: 70. */
'use strict';
const { lstatSync, mkdirSync } = require('node:fs');
const nodeModule = require('node:module');
const path = require('node:path');

try {
  keepCompiled();
  const program = require.resolve('../dist/cli.cjs');
  void require(program).main(program);
} catch (error) {
  process.exitCode = 70;
  process.stderr.write(
    `错误：ledger 的安装已损坏，请重新安装 (npm install)。\nerror: the installation of ledger is broken; install it again (npm install).\n  ${String(error)}\n`,
  );
}

/** Node runs what it finds in its cache. So it keeps one only where nobody else can write, and never in a common folder. */
function keepCompiled() {
  if (nodeModule.enableCompileCache === undefined) return;
  try {
    const caches = cachesOfUser();
    if (path.isAbsolute(caches) === false) return;
    const folder = path.join(caches, 'licence-ledger');
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (isSafe(caches, 0o022) && isSafe(folder, 0o077)) nodeModule.enableCompileCache(folder);
  } catch {
    // Without a cache the program only starts more slowly.
  }
}

function cachesOfUser() {
  const { homedir } = require('node:os');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? '';
  if (process.platform === 'darwin') return path.join(homedir(), 'Library/Caches');
  const { XDG_CACHE_HOME: asked = '' } = process.env;
  return asked === '' ? path.join(homedir(), '.cache') : asked;
}

/** A folder of this user's own, no link, without any of these permissions. On Windows a user's own folders are so by default. */
function isSafe(folder, forbidden) {
  const found = lstatSync(folder);
  if (found.isDirectory() !== true) return false;
  return process.getuid === undefined || (found.uid === process.getuid() && (found.mode & forbidden) === 0);
}
