import 'server-only';
import { pino } from 'pino';
import { requestId } from './request-id';

const levels = ['silent', 'error', 'warn', 'info', 'debug'];
const level = process.env.LOG_LEVEL?.trim() ?? '';

/** Structured log on stderr; never log bodies, addresses or tokens. */
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
