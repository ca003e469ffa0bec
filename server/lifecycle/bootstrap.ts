// All that a process needs which knows the database. What only answers requests loads none of it, and stays small.
// Before all else: lib/auth asks Next for cookies, and Next wants its surroundings ready when it is loaded.
import 'next/dist/server/node-environment-baseline.js';

export { disconnect } from '@/lib/db';
export { startBackgroundWork, startFollowing } from './background-work';
export { prepareFolder, prepareSite } from './prepare-site';
