// Resolves "@/" and imports without an extension, which Node's type stripping does not.
import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../..', import.meta.url).href;
const foreign = /\/(node_modules|\.next)\//;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const from = context.parentURL ?? root;
    return nextResolve(foreign.test(from) ? specifier : inFull(specifier, from), context);
  },
});

function inFull(specifier, from) {
  // Node needs the extension that bundlers add.
  if (/^next\/[^.]+$/.test(specifier)) return `${specifier}.js`;
  if (!/^(@\/|\.)/.test(specifier)) return specifier;
  const url = specifier.startsWith('@/') ? root + specifier.slice(2) : new URL(specifier, from).href;
  return isFile(url) ? url : `${url}.ts`;
}

function isFile(url) {
  return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ?? false;
}
