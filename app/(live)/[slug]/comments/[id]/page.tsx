import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { randomUUID } from 'node:crypto';
import { CommentForm } from '@/components/comments/comment-form';
import { singleCommentMarkup } from '@/components/comments/comment-markup';
import { MentionOffers } from '@/components/comments/mention-offers';
import { PostedText } from '@/components/comments/posted-text';
import { ServicesNote } from '@/components/comments/services-note';
import { Thread } from '@/components/comments/thread';
import { StaticHtml } from '@/components/layout/static-html';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findActor } from '@/lib/auth/session';
import type { LockedReplies } from '@/lib/comments/locked-replies';
import { servicesAsked } from '@/lib/comments/services/checks';
import { buildThread } from '@/lib/comments/thread';
import { findCommentFor, type CommentWithContext } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';
import { titleOf } from '@/lib/posts/title';
import { readSettings } from '@/lib/settings/queries';
import { offersWritingFirst } from '@/lib/users/publishing-by-mail';
import { decoded } from '@/app/(site)/addresses';
import { previewCommentAction, submitCommentAction } from '@/app/(site)/[slug]/actions';
import { FollowReplies } from './follow-replies';
import { HighlightActions } from './highlight-actions';
import { LikeHere } from './like-here';
import { ModeratorActions } from './moderator-actions';
import { MuteAuthor } from './mute-author';
import { OwnCommentActions } from './own-actions';
import '@/app/(site)/[slug]/comments/comments.css';

type Props = PageProps<'/[slug]/comments/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  return { title: 'A comment', robots: 'noindex', alternates: { canonical: paths.post(decoded(slug)) } };
}

export default async function CommentPage({ params, searchParams }: Props) {
  const { id, slug: segment } = await params;
  const slug = decoded(segment);
  const isAnswering = 'reply' in (await searchParams);
  const [actor, dates] = await Promise.all([findActor(), readSettings()]);
  const found = await findCommentFor(actor, { id, slug, settings: dates });
  if (!found) notFound();
  const { post, comment, ancestors, answers } = found;
  return (
    <main id="content" className="page comments comments--single" {...(actor ? { 'data-signed-in': '' } : {})}>
      <header className="thread-header">
        <p>A comment on</p>
        <h1 dir="auto">
          <a href={paths.post(slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <DeletedNotice found={found} />
      {ancestors.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered" className="hidden-visually">
            Replies to
          </h2>
          <Thread nodes={buildThread([], ancestors)} slug={slug} dates={dates} canAnswer={false} />
        </section>
      )}
      <h2 className="hidden-visually">The comment</h2>
      <article className="comment" id={`comment-${comment.id}`} tabIndex={-1}>
        <StaticHtml html={singleCommentMarkup(comment, { slug, dates, canAnswer: false }).html} />
        <p className="comment__actions">
          {found.status === 'approved' && <a href={found.address}>View in thread</a>}
          {found.can.reply && !isAnswering && <a href={`${paths.comment(slug, id)}?reply#reply`}>Reply</a>}
          {found.can.report && dates.commentReports && <a href={paths.reportComment(id)}>Report</a>}
        </p>
        {found.lock && <LockNotice lock={found.lock} at={paths.comment(slug, found.lock.id)} />}
        <LikeHere found={found} />
      </article>
      {found.isOwn && <PostedText postId={post.id} parentId={comment.parentId ?? ''} body={found.body} />}
      <LeaveGuard>
        {found.isOwn && actor && <OwnCommentActions found={found} actor={actor} />}
        <HighlightActions found={found} />
        {found.can.moderate && <ModeratorActions found={found} />}
        <FollowReplies actor={actor} found={found} />
        {actor && <MuteAuthor actor={actor} found={found} />}
      </LeaveGuard>
      {/* No link leads here when replies are locked: it is shown to whoever was writing then, with their text. */}
      {isAnswering && (found.can.reply || found.lock) && (
        <>
          <CommentForm
            action={submitCommentAction}
            preview={previewCommentAction}
            postId={post.id}
            answering={{ id: comment.id, name: comment.author.name }}
            idempotencyKey={randomUUID()}
            asksWriter={!actor && offersWritingFirst(dates)}
          />
          <ServicesNote services={servicesAsked()} />
        </>
      )}
      {actor && <MentionOffers postId={post.id} />}
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">Replies</h2>
          <Thread
            nodes={buildThread(answers)}
            slug={slug}
            dates={dates}
            canAnswer={found.can.reply}
            locks={post.lockedReplies}
          />
        </section>
      )}
    </main>
  );
}

function DeletedNotice({ found }: { found: CommentWithContext }) {
  const { status, deletedBy, isOwn } = found;
  if (status === 'approved') return null;
  return (
    <p className="notice" role="status">
      {status === 'pending' && isOwn
        ? 'Your comment is awaiting approval. You and the moderators can see it here; everyone else will see it once it is approved.'
        : sentenceFor(status, deletedBy)}
    </p>
  );
}

function LockNotice({ lock, at }: { lock: LockedReplies; at: string }) {
  return (
    <p className="comment__reply-to">
      <a href={at}>Replies are locked</a>
      <span>: </span>
      <bdi>{lock.reason}</bdi>
    </p>
  );
}

function sentenceFor(status: string, deletedBy: string) {
  if (status === 'pending') return 'This comment is awaiting approval.';
  if (status === 'shadowed') return 'Only its author, who is not told, and moderators see this comment.';
  if (status === 'spam') return 'This comment was marked as spam.';
  if (status === 'deleted' && deletedBy === 'author') return 'This comment was deleted by its author.';
  return 'This comment was removed by a moderator.';
}
