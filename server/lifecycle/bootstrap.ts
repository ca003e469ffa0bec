// Must be first: lib/auth uses next/headers, which needs this environment.
import 'next/dist/server/node-environment-baseline.js';

export { disconnect } from '@/lib/database/db';
export { startBackgroundWork, startSchedulers } from './background-work';
export { prepareFolder, prepareSite } from './prepare-site';
