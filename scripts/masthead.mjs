import { lowMemoryFlags, install, launch, lowPriorityEnv, typescript } from './steps.mjs';

await install();
// Deprecations of packages are not the operator's concern.
const quiet = ['--disable-warning=DeprecationWarning'];

process.exit(
  await launch([...lowMemoryFlags, ...quiet, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], {
    ...lowPriorityEnv,
    NODE_ENV: 'production',
  }),
);
