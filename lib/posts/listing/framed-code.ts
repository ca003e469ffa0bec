import 'server-only';
import { readDb } from '@/lib/database/db';
import { framedCodeOf, frameHashOf } from '../rendering/framed-blocks';

/** The code of a frame in a text as readers have it or as it was last saved; null if there is none with this hash. */
export async function findFramedCode(postId: string, hash: string): Promise<string | null> {
  const row = await readDb.post.findFirst({
    where: { id: postId, status: { not: 'trashed' } },
    select: { bodyHtml: true, pendingRevision: { select: { bodyHtml: true } } },
  });
  if (!row) return null;
  const codes = [row.bodyHtml, row.pendingRevision?.bodyHtml ?? ''].flatMap(framedCodeOf);
  return codes.find((code) => frameHashOf(code) === hash) ?? null;
}
