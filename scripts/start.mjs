import { build, install, launch, typescript } from './steps.mjs';

install();
build();
process.exit(await launch([...typescript, 'server/main.ts'], { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }));
