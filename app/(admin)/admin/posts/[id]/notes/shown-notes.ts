import 'server-only';
import type { ShownNote, ShownNotes } from '@/components/notes/shown-notes';
import type { Text } from '@/components/text/text';
import type { Actor } from '@/lib/auth/actor';
import { listColleagues } from '@/lib/notes/colleagues';
import { offeredOf } from '@/lib/notes/note';
import { listNotes, type NoteThread, type WrittenNote } from '@/lib/notes/queries';
import { shortMoment } from '@/lib/time/site-time';

type Reading = { timeZone: string; t: Text };

/** The notes on a post, as its editor and its page of notes show them. */
export async function readNotes(actor: Actor, postId: string, { timeZone, t }: Reading): Promise<ShownNotes> {
  const [{ open, resolved }, people] = await Promise.all([listNotes(actor, postId), listColleagues(postId)]);
  const shown = ({ createdAt, ...note }: WrittenNote): ShownNote => ({
    ...note,
    when: shortMoment(createdAt, { timeZone, language: t.language }),
  });
  const thread = ({ answers, createdAt, ...note }: NoteThread) => ({
    ...note,
    when: shortMoment(createdAt, { timeZone, language: t.language }),
    answers: answers.map(shown),
  });
  const offered = offeredOf(people);
  const colleagues = offered.filter((_, at) => people[at]?.id !== actor.id);
  return { postId, open: open.map(thread), resolved: resolved.map(thread), colleagues };
}
