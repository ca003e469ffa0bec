import { useText } from '#text';
import type { Text } from '@/components/text/text';
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
  const t = useText();
  return pauses.map((pause) => (
    <div key={`${pause.creativeId} ${pause.reason}`} className="notice notice--refused" role="status">
      <p>
        {[
          pauseSentence(pause, t),
          t('Ask the network about it, or press Enable if it is all right: it is then not disabled for this again.'),
          t('Disabled: {moment}.', { moment: shortMoment(pause.at, { timeZone, language: t.language }) }),
        ].join(' ')}
      </p>
      {action && pause.lineItem && (
        <LineItemSwitch action={action} slotId={pause.slot.id} lineItemId={pause.lineItem.id} isOn={false} />
      )}
    </div>
  ));
}

/** "“Header” was disabled: …", also for the dashboard. */
export function pauseSentence(
  { version, reason, lineItem, slot }: Pick<Pause, 'version' | 'reason' | 'lineItem' | 'slot'>,
  t: Text,
) {
  return t(
    '“{name}” was disabled, because the browsers of {count} readers reported that version {version} {behaviour}, which its test had not shown.',
    {
      name: lineItem ? `${slot.name}, ${lineItem.name}` : slot.name,
      count: PAUSE_AT_READERS,
      version,
      behaviour: t(behaviourNames[reason]),
    },
  );
}
