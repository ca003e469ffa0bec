import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReactionButtons } from '@/components/reactions/reaction-buttons';
import { ToggleForm } from '@/components/toggles/toggle-form';
import { findActor } from '@/lib/auth/session';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { countReactions, findReactionsFor } from '@/lib/reactions/queries';
import { offeredReactions, reactionKinds } from '@/lib/reactions/reaction';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { decoded } from '@/app/(site)/addresses';
import { reactAction } from '@/app/(site)/[slug]/like-actions';
import '@/app/(site)/[slug]/comments/comments.css';
import '@/app/(site)/[slug]/reactions.css';

type Props = PageProps<'/[slug]/reactions'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: 'Your reactions', robots: 'noindex', alternates: { canonical: paths.post(decoded(slug)) } };
}

/** The viewer's own reactions to a post, for browsers without a script: the post itself shows everybody the same. */
export default async function ReactionsPage({ params }: Props) {
  const [post, actor, settings] = await Promise.all([
    findPublicPost(decoded((await params).slug)),
    findActor(),
    readSettings(),
  ]);
  if (post?.type !== 'post') notFound();
  const { counts, own } = actor
    ? await findReactionsFor(actor, post.id)
    : { counts: await countReactions(post.id), own: [] };
  const offered = offeredReactions(settings);
  const kinds = reactionKinds.filter((kind) => offered.includes(kind) || own.includes(kind));
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>Your reactions to</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>{hintFor({ isSignedIn: actor !== null, kinds: kinds.length, own: own.length })}</p>
      <ToggleForm id="reactions" className="reactions" label="Reactions" action={reactAction}>
        <ReactionButtons postId={post.id} kinds={kinds} counts={counts} own={own} />
      </ToggleForm>
    </main>
  );
}

function hintFor({ isSignedIn, kinds, own }: { isSignedIn: boolean; kinds: number; own: number }) {
  if (kinds === 0) return 'This site does not offer reactions at the moment.';
  if (!isSignedIn) return 'Choose how you feel about this post. You will be asked to sign in first.';
  return own === 0 ? 'Choose how you feel about this post.' : 'Yours are marked. Press one again to take it away.';
}
