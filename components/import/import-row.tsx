import { StatusBadge, type Tone } from '@/components/admin/status-badge';
import { shortMoment } from '@/lib/time/site-time';
import type { ImportSummary } from '@/lib/import/queries';
import { inWords } from '@/lib/import/report/report';
import { paths } from '@/lib/web/paths';

const states: Record<ImportSummary['state']['status'], { tone: Tone; word: string }> = {
  running: { tone: 'next', word: 'Running' },
  stopped: { tone: 'waiting', word: 'Interrupted' },
  failed: { tone: 'gone', word: 'Failed' },
  done: { tone: 'live', word: 'Done' },
  undone: { tone: 'quiet', word: 'Undone' },
  'dry-run': { tone: 'quiet', word: 'Preview' },
};

/** One import in the list: what, when, and how it went. */
export function ImportRow({ one, timeZone }: { one: ImportSummary; timeZone: string }) {
  const { tone, word } = states[one.state.status];
  const facts = [shortMoment(one.createdAt, { timeZone }), one.by ? `by ${one.by}` : '', brought(one)].filter(Boolean);
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.import(one.id)} dir="auto">
          {one.fileName || 'Import'}
        </a>
        <p className="row__meta">{facts.join(' · ')}</p>
      </div>
      <div className="row__side">
        <StatusBadge tone={tone}>{word}</StatusBadge>
      </div>
    </li>
  );
}

function brought({ state }: ImportSummary) {
  if (!('report' in state)) return '';
  return inWords(state.report.created) || 'nothing new';
}
