import { lowMemoryFlags, install, launch, lowPriorityEnv, typescript } from './steps.mjs';

await install();
// What a package will have to change one day is not the operator's business.
const quiet = ['--disable-warning=DeprecationWarning'];

process.exit(
  await launch([...lowMemoryFlags, ...quiet, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], {
    ...lowPriorityEnv,
    NODE_ENV: 'production',
  }),
);
