import { install, launch, typescript } from './steps.mjs';

install();
process.exit(
  await launch([...typescript, 'server/main.ts', '--dev'], { NODE_ENV: 'development', NEXT_TELEMETRY_DISABLED: '1' }),
);
