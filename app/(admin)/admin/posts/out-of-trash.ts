import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { getEditable } from '@/lib/posts/editing/drafting';
import { restorePost } from '@/lib/posts/publishing/unpublishing';

/** Restores a post so that pending edits can be saved. */
export async function outOfTrash(actor: Actor, { id, version }: { id: string; version: number }) {
  const { version: before } = await getEditable(actor, id);
  await restorePost(actor, { id });
  return { version: version === before ? before + 1 : version, soFar: 'Restored from trash. ' };
}
