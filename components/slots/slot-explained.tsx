import { useText } from '#text';
import type { Explanation } from '@/lib/slots/explaining';
import type { LiveSlot } from '@/lib/slots/queries';
import { formatSize } from '@/lib/slots/slot';
import { paths } from '@/lib/web/paths';

/** In the box of a slot: its name, its size, what this reader gets there, and why not the others. */
export function SlotExplained({ slot, explanation }: { slot: LiveSlot; explanation: Explanation }) {
  const t = useText();
  const { lineItems } = explanation;
  const chosen = lineItems.find(({ isChosen }) => isChosen);
  return (
    <details className="slot-explained" lang={t.language} dir="ltr">
      <summary>
        <strong dir="auto">{slot.name}</strong> <span>{`· ${formatSize(slot)} ·`}</span>{' '}
        <bdi>{chosen ? chosen.name : t('Nothing for this reader')}</bdi>
      </summary>
      <div className="slot-explained__why">
        <ul>
          {lineItems.map(({ id, name, sentence, outOf1000 }) => (
            <li key={id}>
              <strong dir="auto">{name}</strong>{' '}
              <span>{`${t.said(sentence)} ${t('{count, number} of 1,000 such readers get it.', { count: outOf1000 })}`}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={paths.admin.slot(slot.id)}>{t('Edit the slot')}</a>
        </p>
      </div>
    </details>
  );
}
