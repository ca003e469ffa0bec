import { handIn, returnPost, takeBack } from '@/lib/notes/reviewing';
import { answerNote, deleteNote, settleNote, writeNote } from '@/lib/notes/writing';
import { db } from '@/lib/database/db';
import { createPost } from '../../factories/posts';
import { actorWith } from '../../factories/users';
import { SECRET } from './audited-comments';

/** Notes on a post, and its way to and from review. */
export async function writeNotes() {
  const editor = await actorWith('editor');
  const { id: postId } = await createPost({ status: 'draft', publishAt: null, firstPublishedAt: null });
  const whole = { postId, quote: '', prefix: '', suffix: '' };
  const { id } = await writeNote(editor, { ...whole, body: `Is it so, ${SECRET}?` });
  await answerNote(editor, { id, body: `It is, ${SECRET}.` });
  for (const intent of ['resolve', 'reopen'] as const) {
    const { version } = await db.editorNote.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await settleNote(editor, { id, version, intent });
  }
  const { id: other } = await writeNote(editor, { ...whole, body: `Another, ${SECRET}.` });
  await deleteNote(editor, { id: other });
  await handIn(editor, { id: postId });
  await takeBack(editor, { id: postId });
  await handIn(editor, { id: postId });
  await returnPost(editor, { id: postId, body: `Not yet, ${SECRET}.` });
}
