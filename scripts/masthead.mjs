import { install, launch, typescript } from './steps.mjs';

await install();
process.exit(await launch([...typescript, 'cli/main.ts', ...process.argv.slice(2)], { NODE_ENV: 'production' }));
