import type { ServerResponse } from 'node:http';
import { log } from '@/lib/platform/log';
import { pendingInvalidations } from './pending-invalidations';

/** Next does not wait for the invalidation if an action redirects. */
export function holdUntilInvalidated(response: ServerResponse) {
  let queue: Promise<void> | null = null;
  const original = { write: response.write.bind(response), end: response.end.bind(response) };
  const hold = (send: () => void) => {
    if (!queue && pendingInvalidations().length === 0) return false;
    queue = (queue ?? Promise.resolve())
      .then(() => Promise.all(pendingInvalidations()))
      .then(send)
      .catch((error: unknown) => {
        log.error({ event: 'response_lost', error }, 'response lost');
        response.destroy();
      });
    return true;
  };
  Object.assign(response, {
    write(...args: Parameters<typeof response.write>) {
      return hold(() => original.write(...args)) || original.write(...args);
    },
    end(...args: Parameters<typeof response.end>) {
      if (!hold(() => original.end(...args))) original.end(...args);
      return response;
    },
  });
}
