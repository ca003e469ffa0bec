import 'server-only';
import { readDb, transaction } from '@/lib/database/db';
import { followPassages } from '@/lib/html/passage';
import { findForPreview, newestFields } from '@/lib/posts/editing/post-record';

const MAX_FOLLOWED = 200;

/** After a save: notes on words keep to them as they are now, and to what stands around them. */
export async function followText(postId: string) {
  const notes = await readDb.editorNote.findMany({
    where: { postId, parentId: null, resolvedAt: null, quote: { not: '' } },
    take: MAX_FOLLOWED,
    select: { id: true, quote: true, prefix: true, suffix: true },
  });
  const post = notes.length > 0 ? await findForPreview(postId) : null;
  if (!post) return;
  const found = followPassages(newestFields(post).bodyHtml, notes);
  const moved = notes.flatMap((note, at) => {
    const passage = found[at];
    return typeof passage === 'object' && isOther(passage, note) ? [{ id: note.id, passage }] : [];
  });
  if (moved.length === 0) return;
  await transaction(async (tx) => {
    for (const { id, passage } of moved) await tx.editorNote.updateMany({ where: { id }, data: passage });
  });
}

type Quoted = { quote: string; prefix: string; suffix: string };

function isOther(a: Quoted, b: Quoted) {
  return a.quote !== b.quote || a.prefix !== b.prefix || a.suffix !== b.suffix;
}
