import { Problems } from './problems';
import { undoneLines } from '@/lib/import/report/undone';
import type { UndoReport } from '@/lib/import/running/undoing';

/** What undoing an import removed, and what it kept. */
export function UndoneView({ undo }: { undo: UndoReport }) {
  return (
    <div className="import-report">
      <p className="notice notice--done" role="status">
        {['This import was undone.', ...undoneLines(undo)].join(' ')}
      </p>
      <Problems title="What was kept" problems={undo.kept} />
    </div>
  );
}
