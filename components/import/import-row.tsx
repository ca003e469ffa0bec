import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { StatusBadge, type Tone } from '@/components/admin/status-badge';
import { shortMoment } from '@/lib/time/site-time';
import type { ImportSummary } from '@/lib/import/queries';
import { countsInWords } from '@/lib/import/report/counts-in-words';
import { undoSentence } from '@/lib/import/report/undo-question';
import type { Text } from '@/components/text/text';
import { paths } from '@/lib/web/paths';

const states: Record<ImportSummary['state']['status'], { tone: Tone; word: string }> = {
  running: { tone: 'next', word: msg('Running') },
  stopped: { tone: 'waiting', word: msg('Interrupted') },
  failed: { tone: 'gone', word: msg('Failed') },
  done: { tone: 'live', word: msg('Done') },
  undone: { tone: 'quiet', word: msg('Undone') },
  'dry-run': { tone: 'quiet', word: msg('Preview') },
};

/** One import in the list: what, when, and how it went. */
export function ImportRow({ one, timeZone }: { one: ImportSummary; timeZone: string }) {
  const t = useText();
  const { tone, word } = states[one.state.status];
  const facts = [
    shortMoment(one.createdAt, { timeZone, language: t.language }),
    one.by ? t('by {name}', { name: one.by }) : '',
    brought(one, t),
    one.undo && !one.undo.isOver ? undoSentence(one.undo, timeZone, t) : '',
  ].filter(Boolean);
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.import(one.id)} dir="auto">
          {one.fileName || t('Import')}
        </a>
        <p className="row__meta">{facts.join(' · ')}</p>
      </div>
      <div className="row__side">
        <StatusBadge tone={tone}>{t(word)}</StatusBadge>
      </div>
    </li>
  );
}

function brought({ state }: ImportSummary, t: Text) {
  if (!('report' in state)) return '';
  return countsInWords(state.report.created, t) || t('nothing new');
}
