/** Flags to run TypeScript outside Next; silences "server-only". */
export const typescriptFlags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs'];
