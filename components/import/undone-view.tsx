import { Problems } from './problems';
import { undoneLines } from '@/lib/import/report/undone';
import type { UndoReport } from '@/lib/import/running/undoing';

/** What taking an import back removed, and what stays because people have built upon it. */
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
