import { install, launch, typescript } from './steps.mjs';

await install();
// Without these the heap grows as far as the machine lets it: an import of any size stays below 300 MB.
const flatMemory = ['--max-semi-space-size=4', '--max-old-space-size=208'];

process.exit(
  await launch([...flatMemory, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' }),
);
