import { useText } from '#text';
import type { Text } from '@/components/text/text';
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
  const t = useText();
  return pauses
    .filter(({ isOpen }) => isOpen)
    .map((pause) => (
      <div key={pause.id} className="notice notice--refused" role="status">
        <p>
          {`${disabledInWords(pause, timeZone, t)} ${t('Ask the network for lighter code, or press Enable: its measurements then begin anew.')}`}
        </p>
        {pause.lineItem && (
          <LineItemSwitch action={action} slotId={slotId} lineItemId={pause.lineItem.id} isOn={false} />
        )}
      </div>
    ));
}

/** "Version 3 was disabled on 27 Nov 14:05, because it …, from 25 Nov 09:00 on." */
export function disabledInWords(pause: BudgetPause, timeZone: string, t: Text) {
  const { version, lineItem, pausedAt, beganAt } = pause;
  const moment = (at: Date) => shortMoment(at, { timeZone, language: t.language });
  const facts = { version, when: moment(pausedAt), from: moment(beganAt), why: t.said(overBudgetInWords(pause)) };
  return lineItem
    ? t('“{name}” (version {version}) was disabled on {when}, because {why}, from {from} on.', {
        name: lineItem.name,
        ...facts,
      })
    : t('Version {version} was disabled on {when}, because {why}, from {from} on.', facts);
}
