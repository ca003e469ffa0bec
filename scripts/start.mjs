import { build, install, launch, modest, modestly, requirePort, typescript } from './steps.mjs';

await requirePort();
await install();
await build();
process.exit(
  await launch([...modest, ...typescript, 'server/main.ts'], {
    ...modestly,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
  }),
);
