import { useText } from '#text';
import { Problems } from './problems';
import { undoneLines } from '@/lib/import/report/undone';
import type { UndoReport } from '@/lib/import/running/undoing';

/** What undoing an import removed, and what it kept. */
export function UndoneView({ undo }: { undo: UndoReport }) {
  const t = useText();
  return (
    <div className="import-report">
      <p className="notice notice--done" role="status">
        {[t('This import was undone.'), ...undoneLines(undo, t)].join(' ')}
      </p>
      <Problems title={t('What was kept')} problems={undo.kept} />
    </div>
  );
}
