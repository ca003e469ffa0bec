import 'server-only';
import { pino } from 'pino';

/** JSON lines with an event name and ids; never bodies, addresses of people or tokens. Errors go to stderr. */
export const log = pino(
  { level: process.env.LOG_LEVEL || 'info', base: null },
  pino.destination({ dest: 2, sync: true }),
);
