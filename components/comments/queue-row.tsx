import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/admin/status-badge';
import { Avatar } from '@/components/users/avatar';
import { offeredActions } from '@/lib/comments/policy';
import type { QueuedComment } from '@/lib/comments/queue';
import { actionNames, queueQuery } from '@/lib/comments/queue-filter';
import { toolsFor, withOpened, type OpenedTool } from '@/lib/comments/queue-tools';
import type { FormState } from '@/lib/forms/form-state';
import { counted } from '@/lib/text/counted';
import { paths } from '@/lib/web/paths';
import { shortMoment } from '@/lib/time/site-time';
import { ActionForm } from './action-form';
import { QueueTools, type ToolActions } from './queue-tools';

/** What the tools of all rows have in common. */
export type RowTools = {
  viewer: Parameters<typeof toolsFor>[1];
  list: 'queue' | 'reports';
  /** The address of the page, to which the opened tool is added. */
  at: string;
  opened: OpenedTool | null;
  actions: ToolActions;
};

type Props = {
  comment: QueuedComment;
  action: (previous: FormState, form: FormData) => Promise<FormState>;
  /** The query string to return to. */
  back: string;
  timeZone: string;
  /** Each row shows its state. */
  isMixed: boolean;
  /** The buttons; those of moderation as they come. */
  offered?: { value: string; label: string }[];
  tools: RowTools;
  /** Between the text and the buttons. */
  children?: ReactNode;
};

/** One comment in the queue, with author and context. */
export function QueueRow({ comment, action, back, timeZone, isMixed, tools, children, ...more }: Props) {
  const { id, author, post, parent } = comment;
  const { offered = offeredActions(comment.status).map((value) => ({ value, label: actionNames[value] })) } = more;
  const name = author?.name ?? comment.authorName;
  return (
    <li className="row queue__row" id={`comment-${id}`} data-row tabIndex={-1}>
      <label className="row__check">
        <input type="checkbox" name="id" value={id} form="bulk" aria-label={`Select the comment by ${name}`} />
      </label>
      <article className="row__main">
        <header className="queue__header">
          <Avatar seed={author?.avatarSeed ?? name} size={24} />
          <h2 className="queue__name">
            {author ? (
              <a className="row__title" href={paths.admin.comments(queueQuery({ state: 'all', user: author.id }))}>
                <bdi>{name}</bdi>
              </a>
            ) : (
              <bdi className="row__title">{name || 'Anonymous'}</bdi>
            )}
          </h2>
          <span className="row__meta">{historyOf(comment)}</span>
          <a className="row__meta" href={paths.comment(post.slug, id)}>
            <time dateTime={comment.createdAt.toISOString()}>{shortMoment(comment.createdAt, { timeZone })}</time>
          </a>
          {isMixed && <State status={comment.status} />}
        </header>
        <p className="row__meta">
          On{' '}
          <a href={paths.admin.comments(queueQuery({ state: 'all', post: post.id }))}>
            <bdi>{post.title || 'Untitled'}</bdi>
          </a>
          {parent && (
            <>
              , in reply to <bdi>{parent.author?.name ?? parent.authorName}</bdi>: “<bdi>{excerpt(parent.body)}</bdi>”
            </>
          )}
        </p>
        <div className="comment__body queue__body" dir="auto" dangerouslySetInnerHTML={{ __html: comment.bodyHtml }} />
        {children}
        {comment.verdict && (
          <p className="queue__verdict">
            <bdi>{comment.verdict}</bdi>
          </p>
        )}
        {comment.opinion && (
          <p className="queue__verdict">
            <bdi>{comment.opinion}</bdi>
          </p>
        )}
        <Tools comment={comment} name={name} tools={tools} back={back} />
        <ActionForm action={action} fields={{ id, back }} className="row__actions">
          {offered.map(({ value, label }) => (
            <button key={value} className="button button--quiet" name="intent" value={value}>
              <span>{label}</span>
              <span className="hidden-visually">{` the comment by ${name}`}</span>
            </button>
          ))}
        </ActionForm>
      </article>
    </li>
  );
}

type ToolsProps = { comment: QueuedComment; name: string; tools: RowTools; back: string };

function Tools({ comment, name, tools: { viewer, list, at, opened, actions }, back }: ToolsProps) {
  const { id, status, body, author } = comment;
  const tools = toolsFor(comment, viewer);
  return (
    <QueueTools
      comment={{
        id,
        status,
        body,
        name,
        authorId: author?.id ?? '',
        isRestricted: comment.restriction !== null,
        isBanned: comment.isSuspended,
        replyKey: randomUUID(),
      }}
      links={tools.map((tool) => ({ tool, href: withOpened(at, { tool, id }) }))}
      opened={opened?.id === id ? (tools.find((tool) => tool === opened.tool) ?? null) : null}
      actions={actions}
      place={{ list, back }}
    />
  );
}

function State({ status }: { status: string }) {
  if (status === 'approved') return <StatusBadge tone="live">Approved</StatusBadge>;
  if (status === 'pending') return <StatusBadge tone="waiting">Pending</StatusBadge>;
  return <StatusBadge tone="gone">{goneNames[status] ?? 'Deleted'}</StatusBadge>;
}

const goneNames: Record<string, string> = { spam: 'Spam', hidden: 'Hidden', shadowed: 'Shadowed' };

function historyOf({ author, approvedCount, isSuspended, restriction }: QueuedComment) {
  if (!author) return 'No account';
  if (isSuspended) return 'Suspended';
  if (restriction) return restriction === 'hold' ? 'Always held' : 'Shadowed';
  if (approvedCount === 0) return 'No approved comments';
  return approvedCount < 100 ? counted(approvedCount, 'approved comment') : '100 or more approved comments';
}

function excerpt(text: string) {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 120 ? `${line.slice(0, 118).trimEnd()}…` : line;
}
