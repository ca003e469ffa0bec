/** Silences "server-only". */
export const reactServerFlags = ['--conditions=react-server'];

/** Flags to run TypeScript outside Next. */
export const typescriptFlags = [...reactServerFlags, '--import', './lib/runtime/typescript.mjs'];

/** For the command-line tool: an import stays near 300 MB, a tenth slower (docs/operating.md). */
export const toolMemoryFlags = [
  '--max-semi-space-size=4',
  '--max-old-space-size=208',
  '--heap-growing-percent=20',
  '--optimize-for-size',
];
