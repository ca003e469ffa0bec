import { CommentForm } from '@/components/comments/comment-form';
import { Mentions } from '@/components/comments/mentions';
import { Thread } from '@/components/comments/thread';
import { ThreadIsland } from '@/components/comments/thread-island';
import { ThreadPages } from '@/components/comments/thread-pages';
import { slotsBetween } from '@/components/slots/slot-area';
import type { DiscussedPost } from '@/lib/comments/comment';
import { buildThread, hasWithheld } from '@/lib/comments/thread';
import { readSettings } from '@/lib/settings/queries';
import { gapsBeside } from '@/lib/slots/placement-rules';
import { offersWritingFirst } from '@/lib/users/publishing-by-mail';
import { beginPasskeySignInAction, passkeySignInAction } from '@/app/(auth)/signin/passkey-actions';
import { readThread } from '../../reads';
import { submitCommentAction } from '../actions';
import './comments.css';

const passkeys = { begin: beginPasskeySignInAction, send: passkeySignInAction };

type Props = { post: DiscussedPost; page?: number };

/** The comments on a post, with the form. The same for every visitor: an island adds the viewer's part. */
export async function CommentsSection({ post, page = 1 }: Props) {
  if (post.commentsMode === 'off') return null;
  const [thread, settings] = await Promise.all([readThread(post.id, page), readSettings()]);
  if (!thread) return null;
  const isOpen = post.commentsMode === 'open' && !post.commentsLockedReason;
  const asksWriter = offersWritingFirst(settings);
  const form = isOpen ? (
    <CommentForm action={submitCommentAction} postId={post.id} asksWriter={asksWriter} passkeys={passkeys} />
  ) : (
    <WhyClosed post={post} />
  );
  const nodes = buildThread(thread.comments, thread.ancestors);
  return (
    <section id="comments" className="comments" aria-labelledby="comments-heading">
      <h2 id="comments-heading">{`Post a Comment (${post.commentCount})`}</h2>
      {settings.commentForm === 'first' && form}
      {thread.comments.length > 0 && (
        <Thread
          nodes={nodes}
          slug={post.slug}
          dates={settings}
          canAnswer={isOpen}
          after={slotsBetween('comments', { threads: nodes.length, closed: gapsBeside(nodes, hasWithheld) })}
        />
      )}
      {isOpen && thread.comments.length === 0 && <p className="comments__none">No comments yet.</p>}
      <ThreadIsland
        action={submitCommentAction}
        postId={post.id}
        slug={post.slug}
        isPaged={thread.pages > 1}
        asksWriter={asksWriter}
        passkeys={passkeys}
      />
      <ThreadPages slug={post.slug} page={thread.page} pages={thread.pages} />
      {settings.commentForm === 'last' && form}
      <Mentions mentions={thread.mentions} dates={settings} />
    </section>
  );
}

function WhyClosed({ post }: { post: DiscussedPost }) {
  return (
    <p className="comments__closed" id="post-comment">
      {post.commentsLockedReason ? (
        <>
          This conversation is locked: <bdi>{post.commentsLockedReason}</bdi>
        </>
      ) : (
        'Comments on this post are closed.'
      )}
    </p>
  );
}
