/** How Node runs TypeScript outside Next: path aliases resolve, and "server-only" stays quiet. */
export const typescriptFlags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs'];
