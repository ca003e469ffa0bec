import 'server-only';
import type { BulkTarget } from '@/lib/posts/publishing/bulk';

/** A post in a form, with its publish time if an undo restores a schedule: "id@2027-03-01T09:00:00Z". */
export function readTarget(value: string): BulkTarget {
  const [id = '', moment = ''] = value.split('@');
  const at = new Date(moment);
  return { id, at: Number.isNaN(at.getTime()) ? null : at };
}

export function writeTarget({ id, at }: BulkTarget) {
  return at ? `${id}@${at.toISOString()}` : id;
}
