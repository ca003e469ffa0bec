import { build, install, launch, requirePort, typescript } from './steps.mjs';

await requirePort();
await install();
await build();
process.exit(await launch([...typescript, 'server/main.ts'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }));
