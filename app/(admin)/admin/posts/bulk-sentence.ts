import type { BulkAction, BulkResult } from '@/lib/posts/publishing/bulk';

type Result = Pick<BulkResult, 'done' | 'pages' | 'failed'>;

/** The result of a bulk action, and why some posts are unchanged. */
export function bulkSentence(action: BulkAction, result: Result) {
  const { done: acted, failed } = result;
  const [first] = failed;
  const some = acted.length > 0 ? whatWasDone(action, result) : '';
  const others = first ? `${items(failed.length)} not changed: ${first.why}` : '';
  return [some, others].filter(Boolean).join(' ');
}

function whatWasDone(action: BulkAction, { done: acted, pages }: Result) {
  const kind = pages === acted.length ? 'page' : 'post';
  const dated = acted.length === 1 ? `1 ${kind}` : `${acted.length} ${kind}s`;
  if (action === 'schedule') return `${dated} scheduled.`;
  if (action === 'unschedule') return `Scheduling of ${dated} undone.`;
  return `${items(acted.length)} ${bulkWords[action]}.`;
}

function items(count: number) {
  return count === 1 ? '1 item' : `${count} items`;
}

const bulkWords: Record<Exclude<BulkAction, 'schedule' | 'unschedule'>, string> = {
  publish: 'published',
  unpublish: 'reverted to draft',
  trash: 'moved to trash',
  restore: 'restored',
  delete: 'deleted permanently',
  tag: 'tagged',
  untag: 'untagged',
};
