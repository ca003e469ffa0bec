import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ReactionButtons } from '@/components/reactions/reaction-buttons';
import { ToggleForm } from '@/components/toggles/toggle-form';
import { translatorOf } from '@/lib/i18n/translator';
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

type Props = PageProps<'/[slug]/reactions'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const { language } = await readSettings();
  return {
    title: translatorOf(language)('reaction.title'),
    robots: 'noindex',
    alternates: { canonical: paths.post(decoded(slug)) },
  };
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
  const t = translatorOf(settings.language);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>{t('reaction.to')}</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>{t(hintFor({ isSignedIn: actor !== null, kinds: kinds.length, own: own.length }))}</p>
      <ToggleForm id="reactions" className="reactions" label={t('reaction.label')} action={reactAction}>
        <ReactionButtons postId={post.id} kinds={kinds} counts={counts} own={own} language={settings.language} />
      </ToggleForm>
    </main>
  );
}

function hintFor({ isSignedIn, kinds, own }: { isSignedIn: boolean; kinds: number; own: number }) {
  if (kinds === 0) return 'reaction.notOffered';
  if (!isSignedIn) return 'reaction.signIn';
  return own === 0 ? 'reaction.choose' : 'reaction.own';
}
