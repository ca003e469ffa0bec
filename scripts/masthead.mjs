import { toolMemoryFlags, install, launch, lowMemoryEnv, typescript } from './steps.mjs';

await install();
// Deprecations of packages are not the operator's concern.
const quiet = ['--disable-warning=DeprecationWarning'];

process.exit(
  await launch([...toolMemoryFlags, ...quiet, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], {
    ...lowMemoryEnv,
    NODE_ENV: 'production',
  }),
);
