import { build, install, launch, lowPriorityFlags, lowPriorityEnv, requirePort, typescript } from './steps.mjs';

await requirePort();
await install();
await build();
process.exit(
  await launch([...lowPriorityFlags, ...typescript, 'server/main.ts'], {
    ...lowPriorityEnv,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
);
