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
  const count = acted.length;
  const arePages = pages === count;
  if (action === 'schedule') return scheduled(count, arePages ? 'page' : 'post');
  if (action === 'unschedule') return undone(count, arePages);
  return `${items(count)} ${bulkWords[action]}.`;
}

function scheduled(count: number, kind: 'page' | 'post') {
  return count === 1 ? `1 ${kind} scheduled.` : `${count} ${kind}s scheduled.`;
}

function undone(count: number, arePages: boolean) {
  if (count === 1) return arePages ? 'Scheduling of 1 page undone.' : 'Scheduling of 1 post undone.';
  return arePages ? `Scheduling of ${count} pages undone.` : `Scheduling of ${count} posts undone.`;
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
