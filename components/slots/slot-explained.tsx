import type { Explanation } from '@/lib/slots/explaining';
import type { LiveSlot } from '@/lib/slots/queries';
import { formatSize } from '@/lib/slots/slot';
import { paths } from '@/lib/web/paths';

/** In the box of a slot: its name, its size, what this reader gets there, and why not the others. */
export function SlotExplained({ slot, explanation }: { slot: LiveSlot; explanation: Explanation }) {
  const { lineItems } = explanation;
  const chosen = lineItems.find(({ isChosen }) => isChosen);
  return (
    <details className="slot-explained">
      <summary>
        <strong dir="auto">{slot.name}</strong> <span>{`· ${formatSize(slot)} ·`}</span>{' '}
        <bdi>{chosen ? chosen.name : 'Nothing for this reader'}</bdi>
      </summary>
      <div className="slot-explained__why">
        <ul>
          {lineItems.map(({ id, name, sentence, outOf1000 }) => (
            <li key={id}>
              <strong dir="auto">{name}</strong>{' '}
              <span>{`${sentence} ${outOf1000.toLocaleString('en')} of 1,000 such readers get it.`}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={paths.admin.slot(slot.id)}>Edit the slot</a>
        </p>
      </div>
    </details>
  );
}
