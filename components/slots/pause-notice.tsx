import type { Action } from '@/components/ui/action-errors';
import { PAUSE_AT_READERS, type Pause } from '@/lib/slots/behaviour';
import { behaviourNames } from '@/lib/slots/report-reasons';
import { shortMoment } from '@/lib/time/site-time';
import { LineItemSwitch } from './slot-actions';

type Props = {
  pauses: readonly Pause[];
  timeZone: string;
  /** Enables a line item here; without, its page has a button at the top, as the slot’s has. */
  action?: Action;
};

/** Why a slot or a line item was disabled by itself. */
export function PauseNotice({ pauses, timeZone, action }: Props) {
  return pauses.map((pause) => (
    <div key={`${pause.creativeId} ${pause.reason}`} className="notice notice--refused" role="status">
      <p>
        {`${pauseSentence(pause)} Ask the network about it, or press Enable if it is all right: it is then not disabled for this again. Disabled: ${shortMoment(pause.at, { timeZone })}.`}
      </p>
      {action && pause.lineItem && (
        <LineItemSwitch action={action} slotId={pause.slot.id} lineItemId={pause.lineItem.id} isOn={false} />
      )}
    </div>
  ));
}

/** "“Header” was disabled: …", also for the dashboard. */
export function pauseSentence({
  version,
  reason,
  lineItem,
  slot,
}: Pick<Pause, 'version' | 'reason' | 'lineItem' | 'slot'>) {
  const name = lineItem ? `${slot.name}, ${lineItem.name}` : slot.name;
  return `“${name}” was disabled, because the browsers of ${PAUSE_AT_READERS} readers reported that version ${version} ${behaviourNames[reason]}, which its test had not shown.`;
}
