import type { BulkRow } from '@/lib/database/bulk-insert';
import type { Model } from './tables';

/** Columns that backups of earlier versions hold and that no longer exist; none was ever used. */
const removedColumns: Partial<Record<Model, readonly string[]>> = {
  Post: ['contents'],
  Media: ['focalX', 'focalY'],
  Redirect: ['hits'],
  Comment: ['moderationNote'],
};

/** A row of a backup as this version stores it. */
export function toPresentRow(model: Model, row: BulkRow): BulkRow {
  const removed = removedColumns[model] ?? [];
  const present = Object.fromEntries(Object.entries(row).filter(([name]) => !removed.includes(name)));
  if (model === 'Outbox' && present.event === 'letter') return { ...present, event: 'email' };
  if (model !== 'AuditEntry' || present.subjectType !== 'person') return present;
  return { ...present, subjectType: 'user', action: String(present.action).replace(/^person\./, 'user.') };
}
