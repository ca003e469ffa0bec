import { install, launch, requirePort, typescript } from './steps.mjs';

await requirePort();
await install();
process.exit(
  await launch([...typescript, 'server/main.ts', '--dev'], { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }),
);
