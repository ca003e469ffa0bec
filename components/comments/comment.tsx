import { Avatar } from '@/components/people/avatar';
import type { ThreadComment } from '@/lib/comments/comment';
import type { ThreadNode } from '@/lib/comments/thread';
import { formatMoment, isoWithOffset, type DateStyle } from '@/lib/dates';
import { paths } from '@/lib/paths';

type Props = { node: ThreadNode; slug: string; dates: DateStyle; canAnswer: boolean };

const tombstones = {
  waiting: 'This comment waits for a moderator.',
  'removed-by-author': 'Removed by its author.',
  'removed-by-moderator': 'Removed by a moderator.',
};

/** One comment of a thread, or the line that stands in its place. The empty elements are filled by the thread's island. */
export function Comment({ node, slug, dates, canAnswer }: Props) {
  const { comment, isRepeated, answering } = node;
  const anchor = isRepeated ? {} : { id: `comment-${comment.id}`, tabIndex: -1 };
  if (comment.state !== 'shown') {
    return (
      <article className="comment comment--gone" {...anchor}>
        <p>{tombstones[comment.state]}</p>
      </article>
    );
  }
  return (
    <article className={isRepeated ? 'comment comment--repeated' : 'comment'} {...anchor}>
      <CommentHead comment={comment} slug={slug} dates={dates} />
      {answering && (
        <p className="comment__answering">
          <span aria-hidden="true">↳ </span>replying to{' '}
          <a href={`#comment-${answering.id}`}>
            <bdi>{answering.name || 'a removed comment'}</bdi>
          </a>
        </p>
      )}
      <CommentBody html={comment.bodyHtml} />
      {!isRepeated && (
        <p className="comment__acts">
          {canAnswer && (
            <a
              href={`${paths.comment(slug, comment.id)}?reply#reply`}
              rel="nofollow"
              data-answer={comment.id}
              data-name={comment.author.name}
            >
              Reply<span className="hidden-visually"> to {comment.author.name}</span>
            </a>
          )}
          <span data-own={comment.id} />
        </p>
      )}
      {!isRepeated && <div data-place={comment.id} />}
    </article>
  );
}

export function CommentHead({ comment, slug, dates }: { comment: ThreadComment; slug: string; dates: DateStyle }) {
  const { author } = comment;
  const createdAt = new Date(comment.createdAt);
  return (
    <header className="comment__head">
      <Avatar seed={author.avatarSeed} size={32} />
      <h3 className="comment__author">
        <span className="hidden-visually">Comment by </span>
        <bdi>{author.name}</bdi>
      </h3>
      {author.role && author.role !== 'reader' && <span className="comment__role">{roleName(author.role)}</span>}
      <a className="comment__time" href={paths.comment(slug, comment.id)} rel="nofollow">
        <time dateTime={isoWithOffset(createdAt, dates.timeZone)}>{formatMoment(createdAt, dates)}</time>
      </a>
      {comment.editedAt && <span className="comment__edited">edited</span>}
    </header>
  );
}

/** A comment's text. Its HTML was written tag by tag by lib/comments/rendering. */
export function CommentBody({ html }: { html: string }) {
  return <div className="comment__body" dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}

function roleName(role: string) {
  return role === 'author' ? 'Author' : 'Staff';
}
