import { explainDatabaseProblem } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';

/** An error as JSON: its sentence, or the given one. */
export function explain(error: unknown, sentence: string) {
  if (!(error instanceof AppError)) log.error({ event: 'media_failed', error }, 'media request failed');
  const known = explainDatabaseProblem(error, { isStaff: true });
  if (known) return answer({ message: known.message, fields: known.fields }, known.status);
  return answer({ message: sentence }, 500);
}

/** Old browsers send only Origin; scripts send neither header. */
export function requireSameOrigin(request: Request) {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOurs = site ? site === 'same-origin' : origin === null || hostOf(origin) === request.headers.get('host');
  if (!isOurs) throw new AppError('forbidden', 'Images are accepted only from this site’s own pages.');
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

/** JSON that is never cached. */
export function answer(body: object, status: number) {
  return Response.json(body, { status, headers: { 'Cache-Control': 'private, no-store' } });
}
