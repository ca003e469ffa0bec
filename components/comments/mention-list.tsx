'use client';

import {
  useCallback,
  useEffect,
  useEffectEvent,
  useId,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { createPortal } from 'react-dom';
import type { OfferedPeople, OfferedPerson } from '@/lib/comments/mentions/mention';
import { insertMention, offeredFor, textBeforeCursor, watchCursor } from './mention-offer';

type Props = { field: HTMLTextAreaElement; offered: OfferedPeople };

// Not in the style sheet of every article: hardly any visit needs it.
const styles = `
.mention-list { position: absolute; z-index: 20; box-sizing: border-box; inline-size: min(20rem, 100vw - 2rem);
  max-block-size: 13.5rem; overflow-y: auto; background: var(--paper); border: 1px solid var(--line);
  box-shadow: var(--shadow); font: 400 var(--text-s) / 1.3 var(--interface); }
.mention-list [role=option] { display: flex; align-items: center; gap: 0 var(--space-2); flex-wrap: wrap;
  min-block-size: var(--touch); padding: var(--space-2) var(--space-3); cursor: pointer; overflow-wrap: anywhere; }
.mention-list [role=option] span { color: var(--muted); }
.mention-list [aria-selected=true] { background: var(--accent-wash); outline: 2px solid var(--accent); outline-offset: -2px; }`;

/** Offers people while a name is typed behind "@"; the focus stays in the field. */
export function MentionList({ field, offered: { people, words } }: Props) {
  const id = useId();
  const { offer, selected, choose } = useOffer(field, people);
  const list = useRef<HTMLDivElement>(null);
  const optionId = (index: number) => `${id}-${index}`;
  const names = offer?.people ?? [];
  useDescribed(field, names.length > 0 ? { list: id, option: optionId(selected) } : null);
  useLayoutEffect(() => {
    const place = () => list.current && placeBelow(field, list.current);
    place();
    addEventListener('resize', place);
    return () => removeEventListener('resize', place);
  });

  return createPortal(
    <>
      <style href="mention-list" precedence="default">
        {styles}
      </style>
      <p className="hidden-visually" role="status">
        {names.length > 0 && `${words.found.replace('{count}', String(names.length))}. ${words.keys}`}
      </p>
      {names.length > 0 && (
        <div ref={list} className="mention-list" id={id} role="listbox" aria-label={words.label}>
          {names.map(({ name, typed }, index) => (
            <div
              key={typed}
              id={optionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              // The cursor stays in the field, where the name is inserted.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(index);
              }}
            >
              <bdi>{name}</bdi>
              {typed !== name && <span>{typed}</span>}
            </div>
          ))}
        </div>
      )}
    </>,
    document.body,
  );
}

/** What is offered for the words at the cursor; none after Escape, until a name begins anew. */
function useOffer(field: HTMLTextAreaElement, people: readonly OfferedPerson[]) {
  const watch = useCallback((onChange: () => void) => watchCursor(field, onChange), [field]);
  const before = useSyncExternalStore(watch, () => textBeforeCursor(field));
  const [selected, setSelected] = useState(0);
  const [putOff, setPutOff] = useState<number | null>(null);
  const found = offeredFor(before, people);
  const offer = found && found.start !== putOff ? found : null;

  const choose = (index: number) => {
    const person = offer?.people[index];
    if (offer && person) insertMention(field, offer.start, person.typed);
  };
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (!offer || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setSelected((now) => (now + step + offer.people.length) % offer.people.length);
    else if (event.key === 'Escape') setPutOff(offer.start);
    else if (event.key === 'Enter' || event.key === 'Tab') choose(selected);
    else return;
    event.preventDefault();
  });
  const onInput = useEffectEvent(() => {
    setSelected(0);
    if (!offeredFor(textBeforeCursor(field), people)) setPutOff(null);
  });
  useEffect(() => {
    field.addEventListener('keydown', onKey);
    field.addEventListener('input', onInput);
    return () => {
      field.removeEventListener('keydown', onKey);
      field.removeEventListener('input', onInput);
    };
  }, [field]);
  return { offer, selected: Math.min(selected, (offer?.people.length ?? 1) - 1), choose };
}

/** Tells the field's screen reader which name is selected in the list. */
function useDescribed(field: HTMLTextAreaElement, shown: { list: string; option: string } | null) {
  const [list, option] = [shown?.list ?? '', shown?.option ?? ''];
  useEffect(() => {
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-haspopup', 'listbox');
    for (const [name, value] of [
      ['aria-controls', list],
      ['aria-activedescendant', option],
    ] as const) {
      if (value) field.setAttribute(name, value);
      else field.removeAttribute(name);
    }
    document.getElementById(option)?.scrollIntoView({ block: 'nearest' });
  }, [field, list, option]);
}

/** Below the field, or above its lower edge where the screen or its keyboard ends. */
function placeBelow(field: HTMLTextAreaElement, list: HTMLElement) {
  const { bottom, left } = field.getBoundingClientRect();
  const end = window.visualViewport?.height ?? innerHeight;
  const room = document.documentElement.clientWidth - list.offsetWidth - 8;
  list.style.top = `${Math.min(bottom + 4, end - list.offsetHeight - 8) + scrollY}px`;
  list.style.left = `${Math.max(8, Math.min(left, room)) + scrollX}px`;
}
