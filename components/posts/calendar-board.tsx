'use client';

import { useText } from '#text';
import { StatusBadge } from '@/components/admin/status-badge';
import { toneOf } from '@/components/admin/post-tone';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import type { PostState } from '@/lib/posts/post';

export type ShownEntry = {
  id: string;
  title: string;
  href: string;
  state: PostState;
  kind: 'publishes' | 'expires';
  time: string;
  version: number;
  /** The value of its field; "" if it cannot be moved from here. */
  publishAt: string;
};
export type ShownDay = { day: string; number: string; name: string; isToday: boolean; entries: ShownEntry[] };

type Props = {
  label: string;
  weekdays: string[];
  weeks: (ShownDay | null)[][];
  action: Action;
  /** The page, to which forms without a script return. */
  zoneHint: string;
};

/** A month as a grid, on phones as a list of its days with something in them. */
export function CalendarBoard({ label, weekdays, weeks, action, zoneHint }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#calendar');
  const { id, version, publishAt } = state.values;
  return (
    <div id="calendar">
      {state.status !== 'idle' && (
        <div className={`notice notice--${state.status}`} role={state.status === 'refused' ? 'alert' : 'status'}>
          <span>{state.message}</span>
          {state.status === 'done' && id && (
            <form action={formAction}>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="version" value={version} />
              <input type="hidden" name="publishAt" value={publishAt} />
              <button className="notice__action">{t('Undo')}</button>
            </form>
          )}
        </div>
      )}
      <table className="calendar">
        <caption className="hidden-visually">{label}</caption>
        <thead>
          <tr>
            {weekdays.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeks.map((week, at) => (
            // oxlint-disable-next-line react/no-array-index-key -- weeks have no identity but their place
            <tr key={at}>
              {week.map((day, weekday) => (
                <Day key={day?.day ?? `empty-${weekday}`} day={day} formAction={formAction} zoneHint={zoneHint} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Send = (form: FormData) => void;

function Day({ day, formAction, zoneHint }: { day: ShownDay | null; formAction: Send; zoneHint: string }) {
  if (!day) return <td className="calendar__day calendar__day--outside" aria-hidden />;
  const { number, name, isToday, entries } = day;
  return (
    <td className={entries.length > 0 ? 'calendar__day' : 'calendar__day calendar__day--empty'}>
      <p className="calendar__date" aria-current={isToday ? 'date' : undefined}>
        <span aria-hidden className="calendar__number">
          {number}
        </span>
        <span className="calendar__name">{name}</span>
      </p>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <Entry key={`${entry.id} ${entry.kind}`} {...{ entry, formAction, zoneHint }} />
          ))}
        </ul>
      )}
    </td>
  );
}

function Entry({ entry, formAction, zoneHint }: { entry: ShownEntry; formAction: Send; zoneHint: string }) {
  const t = useText();
  const { id, title, href, state, kind, time, version, publishAt } = entry;
  const field = `publish-${id}`;
  return (
    <li className="calendar__entry">
      <span className="quiet">{time}</span>{' '}
      <a href={href} dir="auto">
        {title}
      </a>
      <StatusBadge tone={kind === 'expires' ? 'quiet' : toneOf(state)}>
        {kind === 'expires' ? t('Expires') : t(state)}
      </StatusBadge>
      {publishAt && (
        <details>
          <summary>{t.rich('Move<hidden> “{title}”</hidden>', { hidden: hiddenText, title })}</summary>
          <form action={formAction}>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="version" value={version} />
            <label htmlFor={field}>{t('Publish on')}</label>
            <span className="field__hint" id={`${field}-hint`}>
              {zoneHint}
            </span>
            <input
              className="input"
              id={field}
              name="publishAt"
              type="datetime-local"
              defaultValue={publishAt}
              aria-describedby={`${field}-hint`}
              required
            />
            <button className="button">{t('Move')}</button>
          </form>
        </details>
      )}
    </li>
  );
}

function hiddenText(inside: React.ReactNode) {
  return <span className="hidden-visually">{inside}</span>;
}
