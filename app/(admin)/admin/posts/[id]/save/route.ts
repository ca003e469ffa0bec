import { z } from 'zod';
import { readEditorFields, stateLabel, toEditorFields } from '../../editor-post';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { explainDatabaseProblem } from '@/lib/database/problems';
import { AppError } from '@/lib/platform/errors';
import { log } from '@/lib/platform/log';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { requireCapability } from '@/lib/auth/guards';
import { findActor } from '@/lib/auth/session';
import { followText } from '@/lib/notes/anchors';
import { saveDraft } from '@/lib/posts/editing/drafting';
import { PostInTrash, SaveConflict } from '@/lib/posts/editing/save-conflict';
import { saveMark } from '@/lib/posts/editing/save-marks';
import { getSettings } from '@/lib/settings/queries';
import { shortMoment } from '@/lib/time/site-time';
import { validated } from '@/lib/forms/validation';

const rateLimit = { name: 'post.autosave', limit: 600, seconds: 600 };
const draft = z.object({
  version: z.number().int().positive(),
  fields: z.record(z.string(), z.unknown()),
  mark: saveMark.optional(),
});

/**
 * Where the editor saves automatically. A route and not an action, because the request must outlive its page and the
 * editor tells a conflict from an expired session by the status. It makes the same checks as an action.
 */
export async function POST(request: Request, { params }: RouteContext<'/admin/posts/[id]/save'>) {
  try {
    const { id } = await params;
    requireOwnPage(request);
    const actor = requireCapability(await findActor(), 'posts.write');
    await countAttempt(rateLimit, actor.id);
    const { version, fields, mark } = await read(request);
    const [{ timeZone }, t] = await Promise.all([getSettings(), adminText()]);
    const given = await readEditorFields(actor, id, fields);
    const saved = await saveDraft(actor, { id, version, fields: given.fields, kind: 'autosave', mark });
    if (!saved.isRepeated) await followText(id);
    return Response.json({
      version: saved.version,
      savedAt: shortMoment(saved.savedAt, { timeZone, language: t.language }),
      stateLabel: stateLabel(saved.publication, { timeZone }, t),
      problems: saidIn({ ...given.problems, ...saved.problems }, t),
    });
  } catch (error) {
    return explain(error);
  }
}

function saidIn(problems: Record<string, string>, t: Text) {
  return Object.fromEntries(Object.entries(problems).map(([name, sentence]) => [name, t.said(sentence)]));
}

function requireOwnPage(request: Request) {
  const site = request.headers.get('sec-fetch-site');
  const isJson = request.headers.get('content-type')?.startsWith('application/json');
  // Another site cannot send JSON without a preflight, even where Sec-Fetch-Site is unsupported.
  if (isJson && (!site || site === 'same-origin')) return;
  throw new AppError('forbidden', 'This was sent from another site. Please open the post here.');
}

async function read(request: Request) {
  const json: unknown = await request.json().catch(() => null);
  return validated(draft, json, (path) => path.at(-1) ?? 'form');
}

async function explain(error: unknown) {
  const t = await adminText();
  if (error instanceof SaveConflict) {
    const { timeZone } = await getSettings();
    const theirs = {
      version: error.version,
      savedAt: shortMoment(error.savedAt, { timeZone, language: t.language }),
      stateLabel: stateLabel(error.publication, { timeZone }, t),
      fields: toEditorFields(error.theirs, timeZone),
    };
    return Response.json({ message: t.said(error.message), theirs }, { status: error.status });
  }
  if (error instanceof PostInTrash) {
    return Response.json({ message: t.said(error.message), versionInTrash: error.version }, { status: error.status });
  }
  if (!(error instanceof AppError)) log.error({ event: 'autosave_failed', error }, 'autosave failed');
  const known = explainDatabaseProblem(error, { isStaff: true });
  if (known) {
    const headers: Record<string, string> = known.retryAfter ? { 'Retry-After': String(known.retryAfter) } : {};
    return Response.json(
      { message: t.said(known.message), fields: saidIn(known.fields, t) },
      { status: known.status, headers },
    );
  }
  return Response.json({ message: t.said('Something went wrong on our side.') }, { status: 500 });
}
