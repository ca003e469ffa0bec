import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { getEditable } from '@/lib/posts/editing/drafting';
import { restorePost } from '@/lib/posts/publishing/unpublishing';

/** Restores a post so that what was typed meanwhile can be saved: over which version, and what to say of it. */
export async function outOfTrash(actor: Actor, { id, version }: { id: string; version: number }) {
  const { version: before } = await getEditable(actor, id);
  await restorePost(actor, { id });
  return { reached: version === before ? before + 1 : version, restored: 'Restored from trash. ' };
}
