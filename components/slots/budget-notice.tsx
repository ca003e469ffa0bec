import type { Action } from '@/components/ui/action-errors';
import { overBudgetInWords } from '@/lib/slots/health';
import type { BudgetPause } from '@/lib/slots/over-budget';
import { shortMoment } from '@/lib/time/site-time';
import { LineItemSwitch } from './slot-actions';

type Props = {
  slotId: string;
  pauses: readonly BudgetPause[];
  timeZone: string;
  /** Enables a line item; the page of a slot has a button for the slot at its top. */
  action: Action;
};

/** Why code of a slot was disabled over its budget, as long as nobody has decided. */
export function BudgetNotice({ slotId, pauses, timeZone, action }: Props) {
  return pauses
    .filter(({ isOpen }) => isOpen)
    .map((pause) => (
      <div key={pause.id} className="notice notice--refused" role="status">
        <p>
          {`${disabledInWords(pause, timeZone)} Ask the network for lighter code, or press Enable: its measurements then begin anew.`}
        </p>
        {pause.lineItem && (
          <LineItemSwitch action={action} slotId={slotId} lineItemId={pause.lineItem.id} isOn={false} />
        )}
      </div>
    ));
}

/** "Version 3 was disabled on 27 Nov 14:05, because it …, from 25 Nov 09:00 on." */
export function disabledInWords(pause: BudgetPause, timeZone: string) {
  const { version, lineItem, pausedAt, beganAt } = pause;
  const what = lineItem ? `“${lineItem.name}” (version ${version})` : `Version ${version}`;
  const [when, from] = [pausedAt, beganAt].map((moment) => shortMoment(moment, { timeZone }));
  return `${what} was disabled on ${when}, because ${overBudgetInWords(pause)}, from ${from} on.`;
}
