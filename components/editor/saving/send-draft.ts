import type { SaveMark } from '@/lib/posts/editing/save-marks';
import { differingFields, type EditorFields } from '../fields';
import type { SaveAnswer } from './save-loop';

/**
 * Total size of all keepalive requests, in bytes: browsers reject more than 64 KiB (Fetch standard, "inflight keepalive
 * bytes"). A longer text stays in the local draft if its page ends.
 */
const MAX_KEEPALIVE_BYTES = 60 * 1024;

type DraftPayload = { version: number; fields: EditorFields; mark: SaveMark };

let outlivingBytes = 0;

const INSUFFICIENT_STORAGE = 507;

/** Sends one state of the text. Never throws: network failures are results. */
export async function sendDraft(url: string, draft: DraftPayload): Promise<SaveAnswer> {
  const body = new TextEncoder().encode(JSON.stringify(draft));
  try {
    const answer = mayOutlive(body.byteLength) ? await askOutliving(url, body) : await ask(url, body, false);
    return settled(answer, draft.fields);
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Whether a request of this size may continue when its page is left. */
function mayOutlive(bytes: number) {
  return outlivingBytes + bytes <= MAX_KEEPALIVE_BYTES;
}

// A browser may reject keepalive: then the page itself waits for the request.
async function askOutliving(url: string, body: Uint8Array<ArrayBuffer>) {
  outlivingBytes += body.byteLength;
  try {
    return await ask(url, body, true);
  } catch {
    return await ask(url, body, false);
  } finally {
    outlivingBytes -= body.byteLength;
  }
}

async function ask(url: string, body: Uint8Array<ArrayBuffer>, keepalive: boolean) {
  const headers = { 'Content-Type': 'application/json' };
  return readAnswer(await fetch(url, { method: 'POST', headers, body, keepalive }));
}

// A page left before its response arrived finds its own text on the server: no conflict.
function settled(answer: SaveAnswer, sent: EditorFields): SaveAnswer {
  if (answer.kind !== 'conflict' || !answer.theirs) return answer;
  const { version, fields, savedAt, stateLabel } = answer.theirs;
  return differingFields(sent, fields).length === 0 ? { kind: 'saved', version, savedAt, stateLabel } : answer;
}

async function readAnswer(response: Response): Promise<SaveAnswer> {
  if (response.status === 401) return { kind: 'signed-out' };
  // A gateway error or a starting server: try again.
  if (response.status >= 500 && response.status !== INSUFFICIENT_STORAGE) return { kind: 'unreachable' };
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) {
    const problems = (answer.problems ?? {}) as Record<string, string>;
    const { savedAt, stateLabel } = answer as Record<'savedAt' | 'stateLabel', string>;
    return { kind: 'saved', version: Number(answer.version), savedAt, stateLabel, problems };
  }
  const message = String(answer.message ?? 'The server did not accept this text.');
  if (response.status === 409 && answer.versionInTrash !== undefined)
    return { kind: 'trashed', version: Number(answer.versionInTrash) };
  if (response.status === 409) {
    return {
      kind: 'conflict',
      message,
      theirs: (answer.theirs ?? null) as (SaveAnswer & { kind: 'conflict' })['theirs'],
    };
  }
  const fields = (answer.fields ?? {}) as Record<string, string>;
  return { kind: 'refused', message, fields, isPassing: response.status === INSUFFICIENT_STORAGE };
}
