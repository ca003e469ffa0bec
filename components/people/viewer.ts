import type { Me } from '@/lib/people/queries';
import { paths } from '@/lib/paths';

let asked: Promise<Me | null> | undefined;

/**
 * Who is looking at this page, for its islands: asked once however many want to know, and only if the hint cookie says
 * that asking is worth a request.
 */
export function askViewer(): Promise<Me | null> {
  if (!/(?:^|; )signed-in=/.test(document.cookie)) return Promise.resolve(null);
  asked ??= fetch(paths.me())
    .then((answer) => (answer.ok ? (answer.json() as Promise<Me | null>) : null))
    .catch(() => null);
  return asked;
}
