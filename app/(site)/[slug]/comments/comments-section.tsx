import { CommentForm } from '@/components/comments/comment-form';
import { commentWords, threadWords, type CommentWords } from '@/components/comments/comment-words';
import { Mentions } from '@/components/comments/mentions';
import { PinnedComments } from '@/components/comments/pinned-comments';
import { ServicesNote } from '@/components/comments/services-note';
import { Thread } from '@/components/comments/thread';
import { StaffIsland, ThreadIsland } from '@/components/comments/thread-island';
import { ThreadOrders } from '@/components/comments/thread-orders';
import { LIKE_FORM } from '@/components/toggles/like-form-id';
import { ToggleForm } from '@/components/toggles/toggle-form';
import { slotsBetween } from '@/components/slots/slot-area';
import { Message } from '@/components/layout/message';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import type { DiscussedPost } from '@/lib/comments/comment';
import { hasLockIn } from '@/lib/comments/locked-replies';
import { servicesAsked } from '@/lib/comments/services/checks';
import { readLocks } from '@/lib/comments/stored-locks';
import { hasWithheld, type ThreadNode } from '@/lib/comments/thread';
import { writeCursor } from '@/lib/comments/thread-state';
import { readSettings } from '@/lib/settings/queries';
import { gapsBeside } from '@/lib/slots/placement-rules';
import { offersWritingFirst } from '@/lib/users/publishing-by-mail';
import { paths } from '@/lib/web/paths';
import { beginPasskeySignInAction, passkeySignInAction } from '@/app/(auth)/signin/passkey-actions';
import { pickCommentAction, pinCommentAction } from '@/app/(admin)/admin/comments/actions';
import { readMoments } from '../../thread-reads';
import { previewCommentAction, submitCommentAction } from '../actions';
import { deleteInPlaceAction, editInPlaceAction, restoreInPlaceAction } from '../in-place-actions';
import { likeAction } from '../like-actions';
import { readShownThread, type Part } from './shown-thread';
import './comments.css';

const passkeys = { begin: beginPasskeySignInAction, send: passkeySignInAction };
const own = { edit: editInPlaceAction, remove: deleteInPlaceAction, restore: restoreInPlaceAction };
const staff = { pin: pinCommentAction, pick: pickCommentAction };

type Props = { post: DiscussedPost; part?: Part };

/** The comments on a post, with the form. The same for every visitor: an island adds the viewer's part. */
export async function CommentsSection({ post, part = {} }: Props) {
  if (post.commentsMode === 'off') return <StaffIsland postId={post.id} slug={post.slug} staff={staff} />;
  const [thread, settings] = await Promise.all([readShownThread(post, part), readSettings()]);
  if (!thread) return null;
  const t = translatorOf(settings.language);
  const { nodes, order, Pages } = thread;
  const isOpen = post.commentsMode === 'open' && !post.commentsLockedReason;
  const locks = readLocks(post.lockedReplies);
  const isDelicate = (node: ThreadNode) => hasWithheld(node) || hasLockIn(locks, node.comment.path);
  const asksWriter = offersWritingFirst(settings);
  const words = { ...commentWords(t), ...threadWords(t) };
  const form = <Entry post={post} isOpen={isOpen} asksWriter={asksWriter} t={t} words={words} />;
  return (
    <section
      id="comments"
      className="comments"
      aria-labelledby="comments-heading"
      {...(isOpen ? await liveOf(post, t) : {})}
    >
      <h2 id="comments-heading" suppressHydrationWarning>
        {t(isOpen ? 'thread.heading' : 'thread.closedHeading', { count: post.commentCount })}
      </h2>
      {isOpen && <FollowLink slug={post.slug} label={t('thread.follow')} />}
      {settings.commentForm === 'first' && form}
      {post.commentCount > 1 && (
        <ThreadOrders slug={post.slug} order={order} preset={settings.commentOrder} language={settings.language} />
      )}
      <ToggleForm id={LIKE_FORM} action={likeAction} ownAt={paths.myLikes(post.id)} />
      <PinnedComments
        comments={thread.pinned}
        here={new Set(nodes.map(({ comment }) => comment.id))}
        slug={post.slug}
        dates={settings}
      />
      {nodes.length > 0 && (
        <Thread
          nodes={nodes}
          slug={post.slug}
          dates={settings}
          canAnswer={isOpen}
          locks={locks}
          canLike
          canReport={settings.commentReports}
          after={slotsBetween('comments', { threads: nodes.length, closed: gapsBeside(nodes, isDelicate) })}
        />
      )}
      {isOpen && nodes.length === 0 && <p className="comments__none">{t('thread.none')}</p>}
      <ThreadIsland
        action={submitCommentAction}
        preview={previewCommentAction}
        words={words}
        postId={post.id}
        slug={post.slug}
        isPaged={thread.isPaged}
        asksWriter={asksWriter}
        passkeys={passkeys}
        own={own}
        staff={staff}
      />
      {nodes.length > 0 && (
        <noscript>
          <p className="comments__age">{t('thread.likesAge')}</p>
        </noscript>
      )}
      <Pages />
      {settings.commentForm === 'last' && form}
      <Mentions mentions={thread.mentions} dates={settings} />
    </section>
  );
}

function FollowLink({ slug, label }: { slug: string; label: string }) {
  return (
    <p className="comments__follow">
      <a href={paths.follow(slug)} rel="nofollow">
        {label}
      </a>
    </p>
  );
}

/** From what a script tells new comments (server/rendering/live-thread.ts), and where all of them are. */
async function liveOf({ id, slug, commentCount }: DiscussedPost, t: Translator) {
  return {
    'data-live': id,
    'data-since': writeCursor({ count: commentCount, moments: await readMoments(id) }),
    'data-new': JSON.stringify(t.forms('thread.new', { number: '#' })),
    'data-newest': `${paths.commentsBy(slug, 'newest')}#comments`,
  };
}

type EntryProps = { post: DiscussedPost; isOpen: boolean; asksWriter: boolean; t: Translator; words: CommentWords };

/** The form, or why there is none. */
function Entry({ post, isOpen, asksWriter, t, words }: EntryProps) {
  if (!isOpen) return <WhyClosed post={post} t={t} />;
  return (
    <>
      <CommentForm
        action={submitCommentAction}
        preview={previewCommentAction}
        words={words}
        postId={post.id}
        asksWriter={asksWriter}
        passkeys={passkeys}
      />
      <ServicesNote services={servicesAsked()} t={t} />
    </>
  );
}

function WhyClosed({ post, t }: { post: DiscussedPost; t: Translator }) {
  return (
    <p className="comments__closed" id="post-comment">
      {post.commentsLockedReason ? (
        <Message parts={t.parts('thread.locked', { reason: <bdi>{post.commentsLockedReason}</bdi> })} />
      ) : (
        t('thread.closed')
      )}
    </p>
  );
}
