import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { randomUUID } from 'node:crypto';
import { CommentForm } from '@/components/comments/comment-form';
import { singleCommentMarkup } from '@/components/comments/comment-markup';
import { MentionOffers } from '@/components/comments/mention-offers';
import { commentWords } from '@/components/comments/comment-words';
import { PostedText } from '@/components/comments/posted-text';
import { ServicesNote } from '@/components/comments/services-note';
import { Thread } from '@/components/comments/thread';
import { StaticHtml } from '@/components/layout/static-html';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import type { Actor } from '@/lib/auth/actor';
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
import { readTranslator } from '@/app/(site)/reads';
import { previewCommentAction, submitCommentAction } from '@/app/(site)/[slug]/actions';
import { CorrectionNotice } from './correction-notice';
import { FollowReplies } from './follow-replies';
import { LikeHere } from './like-here';
import { StaffActions } from './staff-actions';
import { MuteAuthor } from './mute-author';
import { OwnCommentActions } from './own-actions';
import '@/app/(site)/[slug]/comments/comments.css';

type Props = PageProps<'/[slug]/comments/[id]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const t = await readTranslator();
  return { title: t('single.title'), robots: 'noindex', alternates: { canonical: paths.post(decoded(slug)) } };
}

export default async function CommentPage({ params, searchParams }: Props) {
  const { id, slug: segment } = await params;
  const slug = decoded(segment);
  const isAnswering = 'reply' in (await searchParams);
  const [actor, dates] = await Promise.all([findActor(), readSettings()]);
  const found = await findCommentFor(actor, { id, slug, settings: dates });
  if (!found) notFound();
  const { post, comment, ancestors, answers } = found;
  const t = translatorOf(dates.language);
  return (
    <main id="content" className="page comments comments--single" {...(actor ? { 'data-signed-in': '' } : {})}>
      <header className="thread-header">
        <p>{t('single.on')}</p>
        <h1 dir="auto">
          <a href={paths.post(slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <Notices found={found} actor={actor} t={t} />
      {ancestors.length > 0 && (
        <section aria-labelledby="answered">
          <h2 id="answered" className="hidden-visually">
            {t('single.repliesTo')}
          </h2>
          <Thread nodes={buildThread([], ancestors)} slug={slug} dates={dates} canAnswer={false} />
        </section>
      )}
      <h2 className="hidden-visually">{t('single.heading')}</h2>
      <article className="comment" id={`comment-${comment.id}`} tabIndex={-1}>
        <StaticHtml html={singleCommentMarkup(comment, { slug, dates, canAnswer: false }).html} />
        <p className="comment__actions">
          {found.status === 'approved' && <a href={found.address}>{t('comment.viewInThread')}</a>}
          {found.can.reply && !isAnswering && (
            <a href={`${paths.comment(slug, id)}?reply#reply`}>{t('single.reply')}</a>
          )}
          {found.can.report && dates.commentReports && <a href={paths.reportComment(id)}>{t('single.report')}</a>}
        </p>
        {found.lock && (
          <LockNotice lock={found.lock} at={paths.comment(slug, found.lock.id)} label={t('single.locked')} />
        )}
        <LikeHere found={found} t={t} />
      </article>
      {found.isOwn && <PostedText postId={post.id} parentId={comment.parentId ?? ''} body={found.body} />}
      <LeaveGuard>
        {found.isOwn && actor && <OwnCommentActions found={found} actor={actor} t={t} />}
        <StaffActions found={found} />
        <FollowReplies actor={actor} found={found} t={t} />
        <MuteItsAuthor actor={actor} found={found} t={t} />
      </LeaveGuard>
      {/* No link leads here when replies are locked: it is shown to people who were writing then, with their text. */}
      {isAnswering && (found.can.reply || found.lock) && (
        <>
          <CommentForm
            action={submitCommentAction}
            preview={previewCommentAction}
            words={commentWords(t)}
            postId={post.id}
            answering={{ id: comment.id, name: comment.author.name }}
            idempotencyKey={randomUUID()}
            asksWriter={!actor && offersWritingFirst(dates)}
          />
          <ServicesNote services={servicesAsked()} t={t} />
        </>
      )}
      {actor && <MentionOffers postId={post.id} />}
      {answers.length > 0 && (
        <section aria-labelledby="answers">
          <h2 id="answers">{t('single.replies')}</h2>
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

function Notices({ found, actor, t }: { found: CommentWithContext; actor: Actor | null; t: Translator }) {
  return (
    <>
      <DeletedNotice found={found} t={t} />
      {found.isOwn && actor && <CorrectionNotice actor={actor} commentId={found.comment.id} t={t} />}
    </>
  );
}

type MuteProps = { actor: Actor | null; found: CommentWithContext; t: Translator };

function MuteItsAuthor({ actor, found: { comment, status }, t }: MuteProps) {
  const { id, name } = comment.author;
  if (!actor || id === null || status !== 'approved') return null;
  return <MuteAuthor actor={actor} author={{ id, name }} commentId={comment.id} t={t} />;
}

function DeletedNotice({ found, t }: { found: CommentWithContext; t: Translator }) {
  const { status, deletedBy, isOwn } = found;
  if (status === 'approved') return null;
  if (status === 'hidden' && isOwn) {
    return (
      <p className="notice" role="status">
        <span>{t('single.hiddenOwn')}</span> <a href={paths.decisions()}>{t('single.decisions')}</a>
      </p>
    );
  }
  return (
    <p className="notice" role="status">
      {t(status === 'pending' && isOwn ? 'single.awaitingOwn' : sentenceFor(status, deletedBy))}
    </p>
  );
}

function LockNotice({ lock, at, label }: { lock: LockedReplies; at: string; label: string }) {
  return (
    <p className="comment__reply-to">
      <a href={at}>{label}</a>
      <span>: </span>
      <bdi>{lock.reason}</bdi>
    </p>
  );
}

function sentenceFor(status: string, deletedBy: string) {
  if (status === 'pending') return 'comment.awaiting';
  if (status === 'shadowed') return 'single.shadowed';
  if (status === 'spam') return 'single.spam';
  if (status === 'deleted' && deletedBy === 'author') return 'single.deletedByAuthor';
  return 'single.removed';
}
