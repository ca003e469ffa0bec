import { useText } from '#text';
import { adminText } from '@/components/text/server';
import { ArticleOutline } from '@/components/slots/article-outline';
import { inContent, outlineOf, stickyNote } from '@/lib/slots/article-outline';
import { listOutlinePosts, type OutlinePost } from '@/lib/slots/outline-posts';
import { planSlots, refusal, whyNoGap } from '@/lib/slots/placement-rules';
import { dueItems, filledItems } from '@/lib/slots/planned-items';
import type { ReactNode } from 'react';
import type { LiveSlot, ReadableSlot } from '@/lib/slots/queries';

type Props = { slot: ReadableSlot; slots: LiveSlot[]; wanted: string };

/** Where a slot is in a recent article, as if it had content that is due. */
export async function SlotOutline({ slot, slots, wanted }: Props) {
  const t = await adminText();
  if (slot.placement === 'sticky-footer')
    return (
      <Section>
        <p>{t.said(stickyNote(slot))}</p>
      </Section>
    );
  if (!inContent.includes(slot.placement)) return null;
  const posts = await listOutlinePosts();
  const post = posts.find(({ slug }) => slug === wanted) ?? longest(posts);
  if (!post) {
    return (
      <Section>
        <p className="quiet">{t('Once a post is published, its outline is shown here with its slots.')}</p>
      </Section>
    );
  }
  const isFilled = filledItems(slot).length > 0;
  const shown = {
    ...slot,
    enabled: true,
    lineItems: dueItems(slot.lineItems, isFilled ? null : { id: slot.id, enabled: true, kind: 'code' }),
  };
  const plan = planSlots(
    slots.map((each) => (each.id === slot.id ? shown : each)),
    post.context,
    new Date(),
  );
  const isBetween = slot.placement === 'in-article';
  const why = refusal(slot, post.context) ?? (isBetween ? whyNoGap(shown, plan, post.article) : null);
  return (
    <Section>
      <PostChoice posts={posts} chosen={post.slug} />
      {why && <p className="quiet">{t('This slot is not in it: {why}', { why: t.said(why) })}</p>}
      <ArticleOutline outlines={outlineOf(post.article, plan)} name={post.name} />
    </Section>
  );
}

function Section({ children }: { children: ReactNode }) {
  const t = useText();
  return (
    <section className="slot-outline" id="outline" aria-labelledby="outline-heading">
      <h2 id="outline-heading">{t('In an article')}</h2>
      <p className="quiet">
        {t('As saved. Heights are estimated; only slots that show something are drawn, and this one.')}
      </p>
      {children}
    </section>
  );
}

function PostChoice({ posts, chosen }: { posts: OutlinePost[]; chosen: string }) {
  const t = useText();
  return (
    <form method="get" action="#outline" className="slot-outline__choice">
      <label htmlFor="outline-post">{t('Post')}</label>
      <select className="select" id="outline-post" name="post" defaultValue={chosen}>
        {posts.map(({ slug, name }) => (
          <option key={slug} value={slug}>
            {name}
          </option>
        ))}
      </select>
      <button className="button">{t('Show')}</button>
    </form>
  );
}

function longest(posts: OutlinePost[]): OutlinePost | undefined {
  return posts.toSorted((one, other) => (other.context.words ?? 0) - (one.context.words ?? 0))[0];
}
