import { frugal, install, launch, modestly, typescript } from './steps.mjs';

await install();
// What a package will have to change one day is not the operator's business.
const quiet = ['--disable-warning=DeprecationWarning'];

process.exit(
  await launch([...frugal, ...quiet, ...typescript, 'cli/main.ts', ...process.argv.slice(2)], {
    ...modestly,
    NODE_ENV: 'production',
  }),
);
