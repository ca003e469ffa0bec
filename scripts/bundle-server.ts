// Joins the server's own modules into a few files: less to find, to compile and to keep in memory at each start.
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { serverFolder } from './steps.mjs';

rmSync(serverFolder, { recursive: true, force: true });
await build({
  entryPoints: {
    main: 'server/main.ts',
    'renderer-main': 'server/renderer-main.ts',
    // Asks the bundled modules, whose scripts are written otherwise than in their sources.
    'inline-scripts': 'scripts/inline-scripts.ts',
  },
  outdir: serverFolder,
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
