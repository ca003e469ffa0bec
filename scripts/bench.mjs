import { build, install, launch, typescript } from './steps.mjs';

await install();
await build();
process.exit(
  await launch([...typescript, 'bench/main.ts', ...process.argv.slice(2)], {
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
);
