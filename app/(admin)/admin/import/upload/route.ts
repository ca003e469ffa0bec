import type { ReadableStream } from 'node:stream/web';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { explainDatabaseProblem } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { receiveExport, removeExport } from '@/lib/import/running/receiving';
import { startImport } from '@/lib/import/running/start-import';
import { log } from '@/lib/platform/log';
import { paths } from '@/lib/web/paths';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { signMessage } from '@/lib/secrets/signed-message';
import { launchImport } from '../launch';

const RATE_LIMIT = { name: 'import.upload', limit: 60, seconds: 60 * 60 };

/** The form on the import page: files are streamed to disk, then imported or previewed in a separate process. */
export async function POST(request: Request) {
  try {
    requireSameOrigin(request);
    const actor = requireCapability(await findActor(), 'import.run');
    await countAttempt(RATE_LIMIT, actor.id);
    const { headers } = request;
    const received = await receiveExport({ headers, body: request.body as ReadableStream<Uint8Array> | null });
    const { id, fileName, fields } = received;
    try {
      await startImport(actor, { id, fileName, dryRun: fields.intent !== 'import' }, launchImport);
    } catch (error) {
      await removeExport(id);
      throw error;
    }
    return seeOther(paths.admin.import(id));
  } catch (error) {
    if (error instanceof AppError && error.code === 'unauthenticated')
      return seeOther(paths.signIn(paths.admin.imports()));
    if (error instanceof AppError && error.code === 'forbidden') return refused(error.message, 403);
    if (error instanceof AppError) return seeOther(`${paths.admin.imports()}?problem=${signMessage(error.message)}`);
    log.error({ event: 'import_upload_failed', error }, 'import upload failed');
    const known = explainDatabaseProblem(error, { isStaff: true });
    if (known) return refused(known.message, known.status);
    return refused('Something went wrong on our side. Please try again.', 500);
  }
}

function requireSameOrigin(request: Request) {
  const site = request.headers.get('sec-fetch-site');
  const origin = request.headers.get('origin');
  const isOurs = site ? site === 'same-origin' : origin === null || hostOf(origin) === request.headers.get('host');
  if (!isOurs) throw new AppError('forbidden', 'Files are accepted only from this site’s own pages.');
}

function hostOf(origin: string) {
  return URL.canParse(origin) ? new URL(origin).host : null;
}

function seeOther(to: string) {
  return new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'private, no-store' } });
}

function refused(sentence: string, status: number) {
  return new Response(`${sentence}\n`, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
