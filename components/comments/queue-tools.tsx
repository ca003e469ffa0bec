'use client';

import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { useEffect, useRef, useState, type MouseEvent } from 'react';
import { FieldsForm } from '@/components/ui/fields-form';
import type { Action } from '@/components/ui/action-errors';
import { SuspensionForm } from '@/components/users/suspension-form';
import type { QueueTool } from '@/lib/comments/queue-tools';
import { paths } from '@/lib/web/paths';
import { EditAnyForm, RemovalForm } from './moderation-forms';
import { RestrictionForm } from './restriction-form';
import { useEscape } from './use-escape';

export type ToolActions = Record<'reply' | 'edit' | 'remove' | 'restrict' | 'lift' | 'ban' | 'unban', Action>;

type Tooled = {
  id: string;
  status: string;
  body: string;
  name: string;
  authorId: string;
  isRestricted: boolean;
  isBanned: boolean;
  /** A reply that is sent twice is posted once. */
  replyKey: string;
};

type Props = {
  comment: Tooled;
  /** The links to the tools: without JavaScript each leads to this page with the tool open. */
  links: { tool: QueueTool; href: string }[];
  opened: QueueTool | null;
  actions: ToolActions;
  /** Where to return to if the comment leaves the list. */
  place: Record<'list' | 'back', string>;
};

/** What is done about a comment and its author with a form, in its row of the queue. */
export function QueueTools({ comment, links, actions, place, ...more }: Props) {
  const t = useText();
  const [opened, setOpened] = useState(more.opened);
  // A form that was closed keeps what was typed.
  const [used, setUsed] = useState<readonly QueueTool[]>(more.opened ? [more.opened] : []);
  // One that was sent is gone, and another one takes its place once the tool is opened again.
  const [sent, setSent] = useState<Partial<Record<QueueTool, number>>>({});
  const panel = useRef<HTMLDivElement>(null);
  const isAsked = useRef(false);
  const panelId = `tool-${comment.id}`;

  useEffect(() => {
    if (!opened || !isAsked.current) return;
    panel.current?.querySelector<HTMLElement>(`:scope > :not([hidden]) :is(${fields})`)?.focus();
  }, [opened]);

  useEscape(panel, () => {
    document.getElementById(`${panelId}-${opened}`)?.focus();
    setOpened(null);
  });

  function toggle(event: MouseEvent, tool: QueueTool) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    isAsked.current = true;
    setOpened(opened === tool ? null : tool);
    if (!used.includes(tool)) setUsed([...used, tool]);
    else if (opened !== tool && isSent(tool)) setSent({ ...sent, [tool]: (sent[tool] ?? 0) + 1 });
  }

  function isSent(tool: QueueTool) {
    return !panel.current?.querySelector(`[data-tool="${tool}"] form`);
  }

  return (
    <>
      <p className="row__meta queue__links">
        {links.map(({ tool, href }) => (
          <a
            key={tool}
            id={`${panelId}-${tool}`}
            href={href}
            aria-expanded={opened === tool}
            onClick={(event) => toggle(event, tool)}
          >
            <span>{t(labels[tool])}</span>
            <span className="hidden-visually">{t(whatOf(tool), { name: comment.name })}</span>
          </a>
        ))}
      </p>
      <div ref={panel} className="queue__tool" hidden={!opened}>
        {used.map((tool) => (
          <div key={tool} data-tool={tool} hidden={tool !== opened}>
            <ToolForm key={sent[tool] ?? 0} {...{ tool, comment, actions, place }} />
          </div>
        ))}
      </div>
    </>
  );
}

const fields = 'textarea, select, input:not([type=hidden]), button';

const labels: Record<QueueTool, string> = {
  reply: msg('Reply'),
  edit: msg('Edit'),
  remove: msg('Remove for a reason'),
  restrict: msg('Restrict author'),
  suspend: msg('Suspend author'),
};

function whatOf(tool: QueueTool) {
  if (tool === 'reply') return msg(' to {name}');
  return tool === 'edit' || tool === 'remove' ? msg(' the comment by {name}') : msg(' {name}');
}

type FormProps = Pick<Props, 'comment' | 'actions' | 'place'> & { tool: QueueTool };

function ToolForm({ tool, comment, actions, place }: FormProps) {
  const t = useText();
  const { id, authorId } = comment;
  const prefix = `${tool}-${id}-`;
  switch (tool) {
    case 'reply':
      return <ReplyForm action={actions.reply} {...{ comment, place, prefix }} />;
    case 'edit':
      return <EditAnyForm action={actions.edit} hidden={{ id }} prefix={prefix} body={comment.body} />;
    case 'remove':
      return <RemovalForm action={actions.remove} hidden={{ id, ...place }} prefix={prefix} isLast />;
    case 'restrict':
      return (
        <>
          <RestrictionForm
            userId={authorId}
            isRestricted={comment.isRestricted}
            restrict={actions.restrict}
            lift={actions.lift}
            prefix={prefix}
          />
          <p className="quiet">
            <a href={paths.admin.commentAuthor(authorId)}>{t('All comments by this author')}</a>
          </p>
        </>
      );
    case 'suspend':
      return (
        <SuspensionForm
          id={authorId}
          isBanned={comment.isBanned}
          ban={actions.ban}
          unban={actions.unban}
          prefix={prefix}
        />
      );
  }
}

type ReplyProps = Pick<Props, 'comment' | 'place'> & { action: Action; prefix: string };

function ReplyForm({ action, comment: { id, status, name, replyKey }, place, prefix }: ReplyProps) {
  const t = useText();
  const isPending = status === 'pending';
  return (
    <FieldsForm
      action={action}
      submit={isPending ? t('Approve and reply') : t('Reply')}
      tone="plain"
      isOnce
      isOneOfSeveral={!isPending}
      hidden={{ id, idempotencyKey: replyKey, ...place }}
      prefix={prefix}
      fields={[{ name: 'body', label: t('Reply to {name}', { name }), kind: 'area', rows: 4 }]}
    />
  );
}
