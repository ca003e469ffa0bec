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
import { followAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

type Props = PageProps<'/[slug]/follow'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: 'Follow a post', robots: 'noindex', alternates: { canonical: paths.post(decoded(slug)) } };
}

/** Where a viewer follows a post, or no longer: the post itself is the same for everybody. */
export default async function FollowPage({ params }: Props) {
  const [post, actor] = await Promise.all([findPublicPost(decoded((await params).slug)), findActor()]);
  if (post?.type !== 'post' || post.commentsMode === 'off') notFound();
  const [follows, choices] = actor
    ? await Promise.all([isFollowing(actor, post.id), findChoices(actor)])
    : [false, null];
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>{follows ? 'You follow' : 'Follow'}</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>{hintFor({ follows, emailed: choices?.followed !== 'off' && (actor?.emailVerified ?? true), actor })}</p>
      <FieldsForm
        action={followAction}
        isOneOfSeveral
        hidden={{ postId: post.id, follow: follows ? 'no' : 'yes' }}
        fields={[]}
        submit={follows ? 'Unfollow' : 'Follow'}
        tone={follows ? 'plain' : 'primary'}
      />
      {actor && (
        <p>
          <a href={paths.notifications()}>Notifications and e-mails</a>
        </p>
      )}
    </main>
  );
}

type Hint = { follows: boolean; emailed: boolean; actor: object | null };

function hintFor({ follows, emailed, actor }: Hint) {
  if (!actor) return 'You are told of new comments, on the site and by e-mail. You will be asked to sign in first.';
  const how = emailed ? 'on the site and by e-mail' : 'on the site; you get no e-mails about it';
  return `${follows ? 'You are' : 'If you follow it, you are'} told of new comments ${how}.`;
}
