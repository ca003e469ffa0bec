import { notFound } from 'next/navigation';
import { pageTitle } from '@/app/(admin)/page-title';
import { CommentsSection } from '@/app/(site)/[slug]/comments/comments-section';
import { readHome, readNeighbours, readNewest, readSite } from '@/app/(site)/reads';
import { ArticlePage } from '@/components/posts/article-page';
import { setPageSlots } from '@/components/slots/page-slots';
import { PreviewBar } from '@/components/slots/preview-bar';
import { msg } from '@/lib/i18n/admin/msg';
import { findPublicPost, type PublicPost } from '@/lib/posts/listing/queries';
import { placementFacts } from '@/lib/slots/placements';
import { articleContext, planSlots, refusal, whyNoGap, withoutRotation } from '@/lib/slots/placement-rules';
import { readPreview } from '@/lib/slots/preview-link';
import { slotsWithPreview } from '@/lib/slots/previewing';
import type { LiveSlot, ReadableSlot } from '@/lib/slots/queries';
import { whyNotOnPost } from '../../why-not';
import { HomeListing } from '../../home-listing';

type Props = PageProps<'/preview/slots/[token]'>;
type Previewed = { slot: ReadableSlot; slots: LiveSlot[] };

export const generateMetadata = pageTitle('Preview');

/** A preview of a slot on a real page. Anyone with the link may see it for a day. */
export default async function SlotPreviewPage({ params, searchParams }: Props) {
  const preview = readPreview((await params).token);
  const found = preview && (await slotsWithPreview(preview));
  if (!found) notFound();
  if (!placementFacts[found.slot.placement].pages.includes('post')) return <ListPreview {...found} />;
  const { post: wanted } = await searchParams;
  return <PostPreview {...found} wanted={typeof wanted === 'string' ? wanted : null} />;
}

async function PostPreview({ slot, slots, wanted }: Previewed & { wanted: string | null }) {
  const [site, newest] = await Promise.all([readSite(), readNewest(10)]);
  const choices = await Promise.all(newest.map(({ slug }) => choiceOf({ slot, slots }, slug)));
  const posts = choices.flatMap((choice) => choice ?? []);
  const chosen = wanted === null ? chosenOf(posts) : await choiceOf({ slot, slots }, wanted);
  if (!chosen) return <NothingYet name={slot.name} />;
  const { post, why } = chosen;
  const neighbours = await readNeighbours(post);
  setPageSlots({ plan: withoutRotation(planSlots(slots, articleContext(post), new Date())), showPlaceholders: true });
  return (
    <>
      <PreviewBar
        name={slot.name}
        refusal={why}
        post={post}
        posts={posts.map((choice) => ({
          slug: choice.post.slug,
          title: choice.post.title,
          isShown: choice.why === null,
        }))}
      />
      <ArticlePage post={post} dates={site.settings} neighbours={neighbours} isPreview>
        <CommentsSection post={post} />
      </ArticlePage>
    </>
  );
}

async function ListPreview({ slot, slots }: Previewed) {
  const [site, list] = await Promise.all([readSite(), readHome(1)]);
  if (!list) return <NothingYet name={slot.name} />;
  const plan = planSlots(slots, { type: 'home' }, new Date());
  setPageSlots({ plan: withoutRotation(plan), showPlaceholders: true });
  const posts = list.pinned.length + list.posts.length;
  const why = refusal(slot, { type: 'home' }) ?? whyNoGap(slot, plan, { posts });
  return (
    <>
      <PreviewBar name={slot.name} refusal={why} />
      <HomeListing site={site} list={list} />
    </>
  );
}

function NothingYet({ name }: { name: string }) {
  return (
    <main id="content" className="page">
      <PreviewBar name={name} refusal={msg('There is no published post to preview it on yet.')} />
    </main>
  );
}

type Choice = { post: PublicPost; why: string | null };

async function choiceOf(previewed: Previewed, slug: string): Promise<Choice | null> {
  const post = await findPublicPost(slug);
  return post && { post, why: await whyNotOnPost(previewed, post) };
}

// The first post that would show the slot, else the first post, which then says why it does not.
function chosenOf(choices: readonly Choice[]) {
  return choices.find(({ why }) => why === null) ?? choices[0] ?? null;
}
