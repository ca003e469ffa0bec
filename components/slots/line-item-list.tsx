import { useText } from '#text';
import { StatusBadge } from '@/components/admin/status-badge';
import type { Text } from '@/components/text/text';
import { describeCaps, describeConditions } from './condition-words';
import { progressSentence, type Progress } from '@/lib/slots/pacing';
import type { LiveLineItem } from '@/lib/slots/queries';
import { lineItemStateOf } from '@/lib/slots/slot';
import { paths } from '@/lib/web/paths';
import { armNames, MAX_LINE_ITEMS, tierNames } from '@/lib/slots/line-item-names';

type Props = {
  slotId: string;
  lineItems: readonly LiveLineItem[];
  /** Of those with a goal. */
  progress: ReadonlyMap<string, Progress>;
  now: Date;
};

/** The line items of a slot, which take turns in it. */
export function LineItemList({ slotId, lineItems, progress, now }: Props) {
  const t = useText();
  return (
    <section className="slot-versions" aria-labelledby="line-items">
      <h2 id="line-items">{t('Line items')}</h2>
      <p className="quiet">
        {lineItems.length === 1
          ? t(
              'This slot has one, with the content above. Add more to let them take turns, or to show each to some readers.',
            )
          : t('They take turns in this slot: by priority, whom they are for, and weight.')}
      </p>
      {isEmptyWithoutCode(lineItems) && (
        <p className="quiet">
          {t(
            'Where this code does not load (blocked, without consent, or while data is saved), readers see an empty space. Add a line item with an image or a text and the priority House: it is shown there instead.',
          )}
        </p>
      )}
      <ul className="rows">
        {lineItems.filter(isListed(lineItems.length)).map((item) => (
          <Entry key={item.id} {...{ slotId, item, now }} progress={progress.get(item.id)} />
        ))}
      </ul>
      <p className="form-actions">
        {lineItems.length < MAX_LINE_ITEMS && (
          <a className="button" href={paths.admin.lineItem(slotId, 'new')}>
            {t('Add line item')}
          </a>
        )}
      </p>
    </section>
  );
}

function isEmptyWithoutCode(lineItems: readonly LiveLineItem[]) {
  const shown = lineItems.filter(({ enabled, creative }) => enabled && creative);
  return shown.length > 0 && shown.every(({ creative }) => creative?.kind === 'code');
}

// An empty slot that others fill has nothing that takes turns with them.
function isListed(count: number) {
  return ({ id, slotId, creative }: LiveLineItem) => count === 1 || id !== slotId || creative !== null;
}

function placeOf({ tier, weight, arm }: LiveLineItem, t: Text) {
  const place = t('{tier} · weight {weight}', { tier: t(tierNames[tier]), weight });
  return arm ? `${place} · ${t(armNames[arm])}` : place;
}

type EntryProps = { slotId: string; item: LiveLineItem; progress: Progress | undefined; now: Date };

function Entry({ slotId, item, progress, now }: EntryProps) {
  const t = useText();
  const state = lineItemStateOf(item, now);
  return (
    <li className="row">
      <div className="row__main">
        <a className="row__title" href={paths.admin.lineItem(slotId, item.id)}>
          {item.name}
        </a>
        <p className="row__meta">{placeOf(item, t)}</p>
        {item.id === slotId && <p className="row__meta">{t('The content of the form above')}</p>}
        {progress && <p className="row__meta">{t.said(progressSentence(progress))}</p>}
        <p className="row__meta">{`${describeConditions(item.conditions, t)} ${describeCaps(item.caps, t)}`.trim()}</p>
      </div>
      <div className="row__side">
        <StatusBadge tone={state === 'Active' ? 'live' : state === 'Scheduled' ? 'next' : 'quiet'}>
          {t(state)}
        </StatusBadge>
      </div>
    </li>
  );
}
