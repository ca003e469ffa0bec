import type { CurrentUser } from '@/lib/users/queries';
import { paths } from '@/lib/web/reader-paths';

let asked: Promise<CurrentUser | null> | undefined;

/** The current user, requested once per page, and only with the hint cookie. */
export function askViewer(): Promise<CurrentUser | null> {
  if (!/(?:^|; )signed-in=/.test(document.cookie)) return Promise.resolve(null);
  asked ??= fetch(paths.me())
    .then((answer) => (answer.ok ? (answer.json() as Promise<CurrentUser | null>) : null))
    .catch(() => null);
  return asked;
}
