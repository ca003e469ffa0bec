import 'server-only';
import { pino } from 'pino';
import { requestId } from './request-id';

/** A level that there is not stops the start in lib/platform/env.ts, which has the words for it. */
const levels = ['silent', 'error', 'warn', 'info', 'debug'];
const level = process.env.LOG_LEVEL?.trim() ?? '';

/**
 * JSON lines with an event name and ids, the request's among them; never bodies, addresses of people or tokens. All of
 * them go to stderr.
 */
export const log = pino(
  {
    level: levels.includes(level) ? level : 'info',
    base: null,
    mixin: () => {
      const id = requestId.getStore();
      return id ? { request: id } : {};
    },
  },
  pino.destination({ dest: 2, sync: true }),
);
