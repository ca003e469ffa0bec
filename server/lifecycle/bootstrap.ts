// What loads the database. Next's environment must be set up first: lib/auth uses next/headers.
import 'next/dist/server/node-environment-baseline.js';

export { disconnect } from '@/lib/database/db';
export { startBackgroundWork, startSchedulers } from './background-work';
export { prepareFolder, prepareSite } from './prepare-site';
