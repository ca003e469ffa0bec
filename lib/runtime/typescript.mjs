// Node runs TypeScript by leaving the types out, and this adds the two habits of ours that it does not know: "@/" for the
// project's folder, and imports without an ending. Registered with --import by everything that runs outside Next.
import { statSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

const root = new URL('../..', import.meta.url).href;
/** Packages, and what Next built, are resolved differently. */
const foreign = /\/(node_modules|\.next)\//;

registerHooks({
  resolve(specifier, context, nextResolve) {
    const from = context.parentURL ?? root;
    return nextResolve(foreign.test(from) ? specifier : inFull(specifier, from), context);
  },
});

function inFull(specifier, from) {
  // Next names its modules as bundlers know them.
  if (/^next\/[^.]+$/.test(specifier)) return `${specifier}.js`;
  if (!/^(@\/|\.)/.test(specifier)) return specifier;
  const url = specifier.startsWith('@/') ? root + specifier.slice(2) : new URL(specifier, from).href;
  return isFile(url) ? url : `${url}.ts`;
}

function isFile(url) {
  return statSync(fileURLToPath(url), { throwIfNoEntry: false })?.isFile() ?? false;
}
