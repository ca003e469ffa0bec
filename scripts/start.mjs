import { build, install, launch, servingMemoryFlags, lowMemoryEnv, requirePort, typescript } from './steps.mjs';

await requirePort();
await install();
await build();
process.exit(
  await launch([...servingMemoryFlags, ...typescript, 'server/main.ts'], {
    ...lowMemoryEnv,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
);
