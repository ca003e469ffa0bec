import type { CurrentUser } from '@/lib/users/queries';
import { paths } from '@/lib/web/paths';

let asked: Promise<CurrentUser | null> | undefined;

/**
 * Who is looking at this page, for its islands: asked once however many want to know, and only if the hint cookie says
 * that asking is worth a request.
 */
export function askViewer(): Promise<CurrentUser | null> {
  if (!/(?:^|; )signed-in=/.test(document.cookie)) return Promise.resolve(null);
  asked ??= fetch(paths.me())
    .then((answer) => (answer.ok ? (answer.json() as Promise<CurrentUser | null>) : null))
    .catch(() => null);
  return asked;
}
