/** Flags to run TypeScript outside Next; silences "server-only". */
export const typescriptFlags = ['--conditions=react-server', '--import', './lib/runtime/typescript.mjs'];

/** For the command-line tool: an import stays near 300 MB, a tenth slower (docs/operating.md). */
export const toolMemoryFlags = [
  '--max-semi-space-size=4',
  '--max-old-space-size=208',
  '--heap-growing-percent=20',
  '--optimize-for-size',
];
