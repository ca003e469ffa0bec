'use client';

import { useText } from '#text';
import { startTransition, useEffect, useRef, type DragEvent, type KeyboardEvent, type RefObject } from 'react';
import { StatusBadge } from '@/components/admin/status-badge';
import { toneOf } from '@/components/admin/post-tone';
import type { Action } from '@/components/ui/action-errors';
import { useFormAction } from '@/components/ui/use-form-action';
import type { FormState } from '@/lib/forms/form-state';
import type { PostState } from '@/lib/posts/post';
import { dayAfter } from '@/lib/time/calendar-month';

/** The type of what is dragged, so that nothing else is dropped on a day. */
const DRAGGED = 'application/x-masthead-post';

const daysOfKey: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

export type ShownEntry = {
  id: string;
  title: string;
  href: string;
  state: PostState;
  kind: 'publishes' | 'expires';
  time: string;
  version: number;
  day: string;
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

/** A month as a grid, on phones as a list of its days with something in them. Posts are moved by drag or by keys, too. */
export function CalendarBoard({ label, weekdays, weeks, action, zoneHint }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action, '#calendar');
  const board = useRef<HTMLDivElement>(null);
  const entries = weeks.flat().flatMap((day) => day?.entries ?? []);
  const move: Move = ({ id, version }, day) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ id, version: String(version), day })) form.set(name, value);
    startTransition(() => formAction(form));
  };
  useFocusOnMoved(board, state);
  return (
    <div id="calendar" ref={board}>
      {state.status !== 'idle' && <MoveNotice state={state} formAction={formAction} />}
      {entries.some(({ publishAt }) => publishAt) && (
        <p className="quiet calendar__hint">
          {t('Drag a post to another day, or focus its title and press Shift and an arrow key. Its time stays.')}
        </p>
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
                <Day
                  key={day?.day ?? `empty-${weekday}`}
                  {...{ day, formAction, zoneHint, move }}
                  drop={(id, to) => {
                    const entry = entries.find((one) => one.id === id && one.publishAt);
                    if (entry && entry.day !== to) move(entry, to);
                  }}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function MoveNotice({ state, formAction }: { state: FormState; formAction: Send }) {
  const t = useText();
  const { id, version, publishAt } = state.values;
  return (
    <div
      className={`notice notice--${state.status}`}
      role={state.status === 'refused' ? 'alert' : 'status'}
      tabIndex={-1}
      data-notice
    >
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
  );
}

/** What was moved is drawn anew elsewhere, and would lose the focus; where it left the month, the notice has it. */
function useFocusOnMoved(board: RefObject<HTMLElement | null>, state: FormState) {
  useEffect(() => {
    const { id } = state.values;
    if (state.status !== 'done' || !id || document.activeElement !== document.body) return;
    const moved = board.current?.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"] a`);
    (moved ?? board.current?.querySelector<HTMLElement>('[data-notice]'))?.focus();
  }, [board, state]);
}

type Send = (form: FormData) => void;
type Move = (entry: ShownEntry, day: string) => void;
type EntryProps = { formAction: Send; zoneHint: string; move: Move };
type DayProps = EntryProps & { day: ShownDay | null; drop: (id: string, day: string) => void };

function Day({ day, drop, ...more }: DayProps) {
  if (!day) return <td className="calendar__day calendar__day--outside" aria-hidden />;
  const { number, name, isToday, entries } = day;
  const over = (event: DragEvent) => {
    if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
  };
  return (
    <td
      className={entries.length > 0 ? 'calendar__day' : 'calendar__day calendar__day--empty'}
      onDragOver={over}
      onDrop={(event) => {
        event.preventDefault();
        drop(event.dataTransfer.getData(DRAGGED), day.day);
      }}
    >
      <p className="calendar__date" aria-current={isToday ? 'date' : undefined}>
        <span aria-hidden className="calendar__number">
          {number}
        </span>
        <span className="calendar__name">{name}</span>
      </p>
      {entries.length > 0 && (
        <ul>
          {entries.map((entry) => (
            <Entry key={`${entry.id} ${entry.kind}`} entry={entry} {...more} />
          ))}
        </ul>
      )}
    </td>
  );
}

function Entry({ entry, formAction, zoneHint, move }: EntryProps & { entry: ShownEntry }) {
  const t = useText();
  const { id, title, href, state, kind, time, publishAt } = entry;
  const onKeyDown = (event: KeyboardEvent) => {
    const days = event.shiftKey ? daysOfKey[event.key] : undefined;
    if (!days || !publishAt) return;
    event.preventDefault();
    move(entry, dayAfter(entry.day, days));
  };
  return (
    <li className="calendar__entry" data-entry={id} {...(publishAt ? dragged(id) : {})}>
      <span className="quiet">{time}</span>{' '}
      <a href={href} dir="auto" draggable={false} onKeyDown={onKeyDown}>
        {title}
      </a>
      <StatusBadge tone={kind === 'expires' ? 'quiet' : toneOf(state)}>
        {kind === 'expires' ? t('Expires') : t(state)}
      </StatusBadge>
      {publishAt && (
        <details>
          <summary>{t.rich('Move<hidden> “{title}”</hidden>', { hidden: hiddenText, title })}</summary>
          <MoveForm entry={entry} formAction={formAction} zoneHint={zoneHint} />
        </details>
      )}
    </li>
  );
}

function dragged(id: string) {
  return {
    draggable: true,
    onDragStart: ({ dataTransfer }: DragEvent) => {
      dataTransfer.setData(DRAGGED, id);
      dataTransfer.effectAllowed = 'move';
    },
  };
}

function MoveForm({ entry, formAction, zoneHint }: { entry: ShownEntry; formAction: Send; zoneHint: string }) {
  const t = useText();
  const { id, version, day, publishAt, state } = entry;
  const field = `publish-${id}`;
  return (
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
      {state !== 'Published' && (
        <>
          <button className="button" name="day" value={dayAfter(day, -1)}>
            {t('A day earlier')}
          </button>
          <button className="button" name="day" value={dayAfter(day, 1)}>
            {t('A day later')}
          </button>
          <button className="button" name="day" value={dayAfter(day, 7)}>
            {t('A week later')}
          </button>
        </>
      )}
    </form>
  );
}

function hiddenText(inside: React.ReactNode) {
  return <span className="hidden-visually">{inside}</span>;
}
