import {
  build,
  install,
  launch,
  servingMemoryFlags,
  lowMemoryEnv,
  requirePort,
  serverFlags,
  serverProgram,
} from './steps.mjs';

await requirePort();
await install();
await build();
process.exit(
  await launch([...servingMemoryFlags, ...serverFlags, serverProgram], {
    ...lowMemoryEnv,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
);
