import 'server-only';
import { readThread } from '@/app/(site)/reads';
import { msg } from '@/lib/i18n/admin/msg';
import { buildThread, hasWithheld } from '@/lib/comments/thread';
import type { PublicPost } from '@/lib/posts/listing/queries';
import { placementFacts } from '@/lib/slots/placements';
import {
  articleContext,
  gapsBeside,
  planSlots,
  refusal,
  whyNoGap,
  type PageContent,
} from '@/lib/slots/placement-rules';
import type { LiveSlot, ReadableSlot } from '@/lib/slots/queries';

type Previewed = { slot: ReadableSlot; slots: LiveSlot[] };

/** Why a slot is not on a post, for its manager; null if it is. */
export async function whyNotOnPost({ slot, slots }: Previewed, post: PublicPost): Promise<string | null> {
  const refused = refusal(slot, articleContext(post));
  if (refused) return refused;
  const content = await contentOf(slot, post);
  const plan = planSlots(slots, articleContext(post), new Date());
  if (!plan[slot.placement].some((other) => other.slot.id === slot.id)) {
    return post.adsMode === 'own' && slot.creative?.kind === 'code'
      ? msg('Pasted code is turned off for this post.')
      : msg('Another slot is at the edge of the window: only one can be.');
  }
  return content && whyNoGap(slot, plan, content);
}

async function contentOf({ placement }: ReadableSlot, post: PublicPost): Promise<PageContent | null> {
  const { between } = placementFacts[placement];
  if (between === 'blocks') return { blocks: post.blocks };
  if (between !== 'threads') return null;
  const thread = post.commentsMode === 'off' ? null : await readThread(post.id, 1);
  const nodes = thread ? buildThread(thread.comments, thread.ancestors) : [];
  return { threads: nodes.length, closed: gapsBeside(nodes, hasWithheld) };
}
