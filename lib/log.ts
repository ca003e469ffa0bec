import 'server-only';
import { pino } from 'pino';
import { requestId } from './request-id';

/**
 * JSON lines with an event name and ids, the request's among them; never bodies, addresses of people or tokens. All of
 * them go to stderr.
 */
export const log = pino(
  {
    level: process.env.LOG_LEVEL || 'info',
    base: null,
    mixin: () => {
      const id = requestId.getStore();
      return id ? { request: id } : {};
    },
  },
  pino.destination({ dest: 2, sync: true }),
);
