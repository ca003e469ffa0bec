import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Listing } from '@/components/posts/listing';
import { PostArticle } from '@/components/posts/post-article';
import { NookPlace, nooksBetween, nooksInArticle, WithNooks, type Nooks } from '@/components/slots/nooks';
import { PreviewBar } from '@/components/slots/preview-bar';
import { buildThread } from '@/lib/comments/thread';
import { paths } from '@/lib/paths';
import { findPublicPost, type PublicPost } from '@/lib/posts/queries';
import { articleContext, gapsInArticle, planSlots, refusal } from '@/lib/slots/planning';
import { readPreview } from '@/lib/slots/preview-link';
import { slotsWithPreview } from '@/lib/slots/previewing';
import type { LiveSlot } from '@/lib/slots/queries';
import { CommentsSection } from '../../../../(site)/[slug]/comments/comments-section';
import { readHome, readNewest, readSite, readThread } from '../../../../(site)/reads';

type Props = PageProps<'/preview/slots/[token]'>;

export const metadata: Metadata = { title: 'Preview' };

/** A slot in its place on the real page, as somebody is about to save it. Whoever has the address may look, for a day. */
export default async function SlotPreviewPage({ params, searchParams }: Props) {
  const preview = readPreview((await params).token);
  const found = preview && (await slotsWithPreview(preview));
  if (!found) notFound();
  if (found.slot.placement === 'list') return <ListPreview {...found} />;
  const { post: wanted } = await searchParams;
  const [site, newest] = await Promise.all([readSite(), readNewest(10)]);
  const post = await chosenPost(found.slot, typeof wanted === 'string' ? [wanted] : newest.map(({ slug }) => slug));
  if (!post) return <NothingYet name={found.slot.name} />;
  const nooks = nooksFor(found.slots, post);
  return (
    <WithNooks nooks={nooks}>
      <PreviewBar name={found.slot.name} refusal={await whyNot(found.slot, post)} post={post} posts={newest} />
      <main id="content" className="page">
        <PostArticle
          post={post}
          dates={site.settings}
          belowTitle={<NookPlace nooks={nooks} place="below-title" />}
          inBody={nooksInArticle(nooks, post.blocks)}
          postEnd={<NookPlace nooks={nooks} place="post-end" />}
        />
        <CommentsSection post={post} nooks={nooks} />
      </main>
    </WithNooks>
  );
}

async function ListPreview({ slot, slots }: { slot: LiveSlot; slots: LiveSlot[] }) {
  const [site, list] = await Promise.all([readSite(), readHome(1)]);
  if (!list) return <NothingYet name={slot.name} />;
  const nooks: Nooks = { plan: planSlots(slots, { type: 'home' }, new Date()), showPlaceholders: true };
  const gaps = nooksBetween(nooks, 'list', list.pinned.length + list.posts.length);
  const tooFew = gaps.size === 0 ? 'There are too few posts on this page for it to stand between them.' : null;
  return (
    <WithNooks nooks={nooks}>
      <PreviewBar name={slot.name} refusal={refusal(slot, { type: 'home' }) ?? tooFew} />
      <Listing
        title={site.settings.siteName}
        isTitleHidden
        list={list}
        pinned={list.pinned}
        dates={site.settings}
        href={paths.home}
        hasLead
        empty={null}
        after={gaps}
      />
    </WithNooks>
  );
}

function NothingYet({ name }: { name: string }) {
  return (
    <main id="content" className="page">
      <PreviewBar name={name} refusal="There is no published post yet to show it on." />
    </main>
  );
}

// The first of the posts on which the slot would stand; failing that the first, which then says why it does not.
async function chosenPost(slot: LiveSlot, slugs: string[]) {
  let first: PublicPost | null = null;
  for (const slug of slugs) {
    const post = await findPublicPost(slug);
    if (post && !(await whyNot(slot, post))) return post;
    first ??= post;
  }
  return first;
}

function nooksFor(slots: LiveSlot[], post: PublicPost): Nooks {
  return { plan: planSlots(slots, articleContext(post), new Date()), showPlaceholders: true };
}

async function whyNot(slot: LiveSlot, post: PublicPost) {
  const refused = refusal(slot, articleContext(post));
  if (refused) return refused;
  if (slot.placement === 'comments') return whyNotBetween(slot, post);
  if (slot.placement !== 'in-article') return null;
  return gapsInArticle(post.blocks, slot.position).length > 0
    ? null
    : 'This text is too short for the places you chose.';
}

// Only whole conversations are counted: answers stay with the comment they belong to.
async function whyNotBetween({ position: { every } }: LiveSlot, { id }: PublicPost) {
  const thread = every > 0 ? await readThread(id, 1) : null;
  if (thread && buildThread(thread.comments, thread.ancestors).length > every) return null;
  return every > 0 ? `There are fewer than ${every + 1} threads here.` : 'It is not to stand between threads at all.';
}
