import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { findChoices } from '@/lib/notifications/choices';
import { isFollowing } from '@/lib/notifications/queries';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { decoded } from '@/app/(site)/addresses';
import { readTranslator } from '@/app/(site)/reads';
import { followAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

type Props = PageProps<'/[slug]/follow'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const t = await readTranslator();
  return { title: t('follow.title'), robots: 'noindex', alternates: { canonical: paths.post(decoded(slug)) } };
}

/** Where a viewer follows a post, or no longer: the post itself is the same for everybody. */
export default async function FollowPage({ params }: Props) {
  const [post, actor] = await Promise.all([findPublicPost(decoded((await params).slug)), findActor()]);
  if (post?.type !== 'post' || post.commentsMode === 'off') notFound();
  const [follows, choices] = actor
    ? await Promise.all([isFollowing(actor, post.id), findChoices(actor)])
    : [false, null];
  const t = await readTranslator();
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>{follows ? t('follow.following') : t('follow.follow')}</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>{t(hintFor({ follows, emailed: choices?.followed !== 'off' && (actor?.emailVerified ?? true), actor }))}</p>
      <FieldsForm
        action={followAction}
        isOneOfSeveral
        hidden={{ postId: post.id, follow: follows ? 'no' : 'yes' }}
        fields={[]}
        submit={follows ? t('follow.unfollow') : t('follow.follow')}
        tone={follows ? 'plain' : 'primary'}
      />
      {actor && (
        <p>
          <a href={paths.notifications()}>{t('follow.settings')}</a>
        </p>
      )}
    </main>
  );
}

type Hint = { follows: boolean; emailed: boolean; actor: object | null };

function hintFor({ follows, emailed, actor }: Hint) {
  if (!actor) return 'follow.signIn';
  if (follows) return emailed ? 'follow.told' : 'follow.toldOnSite';
  return emailed ? 'follow.wouldBeTold' : 'follow.wouldBeToldOnSite';
}
