import { can, type Role } from '@/lib/auth/actor';

/** What is done in the queue with a form of its own. */
export const queueTools = ['reply', 'edit', 'remove', 'restrict', 'suspend'] as const;
export type QueueTool = (typeof queueTools)[number];

export type OpenedTool = { tool: QueueTool; id: string };

type Row = {
  status: string;
  type: string;
  format: string;
  author: { id: string; role: string } | null;
};
type Viewer = { actorId: string; canSuspend: boolean };

/** The tools for a comment: staff are managed elsewhere, and nobody decides about themselves. */
export function toolsFor({ status, type, format, author }: Row, { actorId, canSuspend }: Viewer): QueueTool[] {
  const isReader = author !== null && author.id !== actorId && !can({ role: author.role as Role }, 'admin.enter');
  const isOffered: Record<QueueTool, boolean> = {
    reply: type === 'comment' && (status === 'approved' || status === 'pending'),
    edit: format === 'markdown' && status !== 'deleted',
    remove: author !== null && author.id !== actorId && status !== 'deleted' && status !== 'shadowed',
    restrict: isReader,
    suspend: isReader && canSuspend,
  };
  return queueTools.filter((tool) => isOffered[tool]);
}

/** The address of a page with a tool open in a row: where a link leads without JavaScript. */
export function withOpened(address: string, { tool, id }: OpenedTool) {
  return `${address}${address.includes('?') ? '&' : '?'}open=${tool}_${id}#comment-${id}`;
}

/** Reads which tool is open; null for anything else. */
export function readOpened(value: string | string[] | undefined): OpenedTool | null {
  const [, name, id] = /^([a-z]+)_([\w-]{1,40})$/.exec([value].flat()[0] ?? '') ?? [];
  const tool = queueTools.find((one) => one === name);
  return tool && id ? { tool, id } : null;
}
