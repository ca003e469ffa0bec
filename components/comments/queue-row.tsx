import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Text } from '@/components/text/text';
import { randomUUID } from 'node:crypto';
import type { ReactNode } from 'react';
import { StatusBadge } from '@/components/admin/status-badge';
import { Avatar } from '@/components/users/avatar';
import { offeredActions } from '@/lib/comments/policy';
import type { QueuedComment } from '@/lib/comments/queue';
import { actionNames, queueQuery } from '@/lib/comments/queue-filter';
import { toolsFor, withOpened, type OpenedTool } from '@/lib/comments/queue-tools';
import type { FormState } from '@/lib/forms/form-state';
import { commentExcerpt } from '@/lib/comments/plain-text';
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
  const t = useText();
  const { id, author, post, parent } = comment;
  const { offered = offeredActions(comment.status).map((value) => ({ value, label: t(actionNames[value]) })) } = more;
  const name = author?.name ?? comment.authorName;
  return (
    <li className="row queue__row" id={`comment-${id}`} data-row tabIndex={-1}>
      <label className="row__check">
        <input
          type="checkbox"
          name="id"
          value={id}
          form="bulk"
          aria-label={t('Select the comment by {name}', { name })}
        />
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
              <bdi className="row__title">{name || t('Anonymous')}</bdi>
            )}
          </h2>
          <span className="row__meta">{historyOf(comment, t)}</span>
          <a className="row__meta" href={paths.comment(post.slug, id)}>
            <time dateTime={comment.createdAt.toISOString()}>
              {shortMoment(comment.createdAt, { timeZone, language: t.language })}
            </time>
          </a>
          {isMixed && <State status={comment.status} />}
        </header>
        <p className="row__meta">
          <span>
            {t.rich('On {post}', {
              post: (
                <a key="post" href={paths.admin.comments(queueQuery({ state: 'all', post: post.id }))}>
                  <bdi>{post.title || t('Untitled')}</bdi>
                </a>
              ),
            })}
          </span>
          {parent && (
            <span>
              {t.rich(', in reply to {author}: “{text}”', {
                author: <bdi key="author">{parent.author?.name ?? parent.authorName}</bdi>,
                text: <bdi key="text">{excerpt(parent.bodyHtml)}</bdi>,
              })}
            </span>
          )}
        </p>
        <div className="comment__body queue__body" dir="auto" dangerouslySetInnerHTML={{ __html: comment.bodyHtml }} />
        {children}
        {comment.verdict && (
          <p className="queue__verdict">
            <bdi>{t.said(comment.verdict)}</bdi>
          </p>
        )}
        {comment.opinion && (
          <p className="queue__verdict">
            <bdi>{t.said(comment.opinion)}</bdi>
          </p>
        )}
        <Tools comment={comment} name={name} tools={tools} back={back} />
        <ActionForm action={action} fields={{ id, back }} className="row__actions">
          {offered.map(({ value, label }) => (
            <button key={value} className="button button--quiet" name="intent" value={value}>
              <span>{label}</span>
              <span className="hidden-visually">{t(' the comment by {name}', { name })}</span>
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
  const t = useText();
  if (status === 'approved') return <StatusBadge tone="live">{t('Approved')}</StatusBadge>;
  if (status === 'pending') return <StatusBadge tone="waiting">{t('Pending')}</StatusBadge>;
  return <StatusBadge tone="gone">{t(goneNames[status] ?? msg('Deleted'))}</StatusBadge>;
}

const goneNames: Record<string, string> = { spam: msg('Spam'), hidden: msg('Hidden'), shadowed: msg('Shadowed') };

function historyOf({ author, approvedCount, isSuspended, restriction }: QueuedComment, t: Text) {
  if (!author) return t('No account');
  if (isSuspended) return t('Suspended');
  if (restriction) return restriction === 'hold' ? t('Always held') : t('Shadowed');
  if (approvedCount === 0) return t('No approved comments');
  return approvedCount < 100
    ? t('{count, plural, one {# approved comment} other {# approved comments}}', { count: approvedCount })
    : t('100 or more approved comments');
}

function excerpt(bodyHtml: string) {
  const line = commentExcerpt(bodyHtml);
  return line.length > 120 ? `${line.slice(0, 118).trimEnd()}…` : line;
}
