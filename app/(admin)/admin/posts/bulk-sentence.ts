import type { BulkAction, BulkResult } from '@/lib/posts/publishing/bulk';

/** The result of a bulk action, and why some posts are unchanged. */
export function bulkSentence(action: BulkAction, { done: acted, failed }: BulkResult) {
  const [first] = failed;
  const some = acted.length > 0 ? `${items(acted.length)} ${bulkWords[action]}.` : '';
  const others = first ? `${items(failed.length)} not changed: ${first.why}` : '';
  return [some, others].filter(Boolean).join(' ');
}

function items(count: number) {
  return count === 1 ? '1 item' : `${count} items`;
}

const bulkWords: Record<BulkAction, string> = {
  publish: 'published',
  unpublish: 'reverted to draft',
  trash: 'moved to trash',
  restore: 'restored',
  delete: 'deleted permanently',
  tag: 'tagged',
  untag: 'untagged',
  schedule: 'given a publish date',
  unschedule: 'given back the date from before',
};
