// Joins the server's own modules into a few files: less to find, to compile and to keep in memory at each start.
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { build } from 'esbuild';
import { serverProgram } from './steps.mjs';

const outdir = dirname(serverProgram);
rmSync(outdir, { recursive: true, force: true });
await build({
  entryPoints: ['server/main.ts', 'server/renderer-main.ts'],
  outdir,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  // What one process loads later, or never, stays a file of its own.
  splitting: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node24',
  conditions: ['react-server'],
});
