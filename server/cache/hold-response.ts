import type { ServerResponse } from 'node:http';
import { log } from '@/lib/log';
import { pendingAnnouncements } from './pending-invalidations';

/**
 * Holds back the answer to a write until every worker has dropped what the write made stale, so that its author's next
 * request sees it whichever worker answers. Next waits for this itself when it renders a page, but not when an action
 * redirects. With one process there is nothing to wait for, and nothing is held. If the others cannot be told in time the
 * answer is lost: one that says "done" while somebody is served what was before would be worse.
 */
export function holdUntilAnnounced(response: ServerResponse) {
  let line: Promise<void> | null = null;
  const original = { write: response.write.bind(response), end: response.end.bind(response) };
  const hold = (send: () => void) => {
    if (!line && pendingAnnouncements().length === 0) return false;
    line = (line ?? Promise.resolve())
      .then(() => Promise.all(pendingAnnouncements()))
      .then(send)
      .catch((error: unknown) => {
        log.error({ event: 'answer_lost', error }, 'answer lost');
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
