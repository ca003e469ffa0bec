import { install, launch, typescript } from './steps.mjs';

await install();
// Without these the heap grows as far as the machine lets it: an import of any size stays below 300 MB.
const flatMemory = ['--max-semi-space-size=4', '--max-old-space-size=208'];
// What a package will have to change one day is not the operator's business.
const quiet = ['--disable-warning=DeprecationWarning'];

process.exit(
  await launch([...flatMemory, ...quiet, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], {
    NODE_ENV: 'production',
  }),
);
