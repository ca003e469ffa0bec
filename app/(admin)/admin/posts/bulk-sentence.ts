import type { BulkAct, BulkResult } from '@/lib/posts/bulk';

/** What became of the selected posts, and why some are as before. */
export function bulkSentence(act: BulkAct, { done: acted, failed }: BulkResult) {
  const [first] = failed;
  const some = acted.length > 0 ? `${acted.length === 1 ? 'One is' : `${acted.length} are`} ${bulkWords[act]}.` : '';
  const others = first ? `${failed.length === 1 ? 'One is' : `${failed.length} are`} as before: ${first.why}` : '';
  return [some, others].filter(Boolean).join(' ');
}

const bulkWords: Record<BulkAct, string> = {
  publish: 'published',
  unpublish: 'reverted to draft',
  trash: 'in the bin',
  restore: 'out of the bin',
  delete: 'deleted permanently',
  tag: 'tagged',
  untag: 'without the tag',
};
