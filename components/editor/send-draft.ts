import { differingFields, type EditorFields } from './fields';
import type { SaveAnswer } from './save-loop';

/** A request that outlives its page may carry this much; a longer text waits in the journal. */
const KEEPALIVE_BYTES = 60_000;

const DISK_FULL = 507;

/** Sends one state of the text. Never throws: what a network can do is an answer too. */
export async function sendDraft(url: string, version: number, fields: EditorFields): Promise<SaveAnswer> {
  const body = JSON.stringify({ version, fields });
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body,
      keepalive: body.length < KEEPALIVE_BYTES,
    });
    return settled(await readAnswer(response), fields);
  } catch {
    return { kind: 'unreachable' };
  }
}

// A page that was left before its answer came finds its own text on the server: that is no conflict.
function settled(answer: SaveAnswer, sent: EditorFields): SaveAnswer {
  if (answer.kind !== 'conflict' || !answer.theirs) return answer;
  const { version, fields, savedAt } = answer.theirs;
  return differingFields(sent, fields).length === 0 ? { kind: 'saved', version, savedAt } : answer;
}

async function readAnswer(response: Response): Promise<SaveAnswer> {
  if (response.status === 401) return { kind: 'signed-out' };
  // A gateway or a server that is starting: nothing was decided, so it is tried again.
  if (response.status >= 500 && response.status !== DISK_FULL) return { kind: 'unreachable' };
  const answer = (await response.json()) as Record<string, unknown>;
  if (response.ok) {
    const problems = (answer.problems ?? {}) as Record<string, string>;
    return { kind: 'saved', version: Number(answer.version), savedAt: String(answer.savedAt), problems };
  }
  const message = String(answer.message ?? 'The server did not take this text.');
  if (response.status === 409) {
    return {
      kind: 'conflict',
      message,
      theirs: (answer.theirs ?? null) as (SaveAnswer & { kind: 'conflict' })['theirs'],
    };
  }
  const fields = (answer.fields ?? {}) as Record<string, string>;
  return { kind: 'refused', message, fields, isPassing: response.status === DISK_FULL };
}
