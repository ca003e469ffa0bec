'use client';

import { useText } from '#text';
import { useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { ChipInput } from './chip-input';
import { movedBy, type Chip } from './chips';

type Props = {
  id: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  chosen: Chip[];
  options: Chip[];
  /** Makes a chip of what was typed, where that need not be an option. */
  create?: (typed: string) => Chip | null;
  /** How many cannot be removed. */
  least?: number;
  onChange: (chosen: Chip[]) => void;
};

/** Several in order, found by typing: a combobox of the ARIA practices, with what is chosen before it. */
export function ChipsField({ id, label, hint, error, chosen, options, create, least = 0, onChange }: Props) {
  const t = useText();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [said, setSaid] = useState('');
  const described = [`${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');

  function remove(at: number) {
    const chip = chosen[at];
    if (!chip || chosen.length <= least) return;
    onChange(chosen.filter((each) => each !== chip));
    setSaid(t('{name} removed', { name: chip.name }));
    input.current?.focus();
  }

  function move(at: number, by: number) {
    const to = at + by;
    const chip = chosen[at];
    if (!chip || to < 0 || to >= chosen.length) return;
    onChange(movedBy(chosen, at, by));
    setSaid(t('{name}: {place, number} of {count, number}', { name: chip.name, place: to + 1, count: chosen.length }));
    requestAnimationFrame(() => focusChip(list, to));
  }

  return (
    <div className="field chips" role="group" aria-labelledby={`${id}-label`}>
      <label htmlFor={id} id={`${id}-label`}>
        {label}
      </label>
      <p className="field__hint" id={`${id}-hint`}>
        {[hint, chosen.length > 0 ? t('Arrow keys go through them; with Alt they move.') : '']
          .filter(Boolean)
          .join(' ')}
      </p>
      <div className="chips__box">
        <Chosen {...{ list, input, chosen, least, label, t }} onRemove={remove} onMove={move} />
        <ChipInput
          {...{ id, input, described, options, chosen, create }}
          isWrong={Boolean(error)}
          onAdd={(added) => {
            onChange([...chosen, ...added]);
            setSaid(t('{name} added', { name: added.map(({ name }) => name).join(', ') }));
          }}
          onBack={() => focusChip(list, chosen.length - 1)}
          onRemoveLast={() => remove(chosen.length - 1)}
        />
      </div>
      <p className="hidden-visually" role="status">
        {said}
      </p>
      {error && (
        <p className="field__error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </div>
  );
}

type ChosenProps = {
  list: RefObject<HTMLUListElement | null>;
  input: RefObject<HTMLInputElement | null>;
  chosen: Chip[];
  least: number;
  label: string;
  t: AdminText;
  onRemove: (at: number) => void;
  onMove: (at: number, by: number) => void;
};

function Chosen({ list, input, chosen, least, label, t, onRemove, onMove }: ChosenProps) {
  if (chosen.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent, at: number) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by && event.altKey) onMove(at, by);
    else if (by && at + by >= chosen.length) input.current?.focus();
    else if (by) focusChip(list, at + by);
    else if (event.key === 'Backspace' || event.key === 'Delete') onRemove(at);
    else return;
    event.preventDefault();
  };
  return (
    <ul className="chips__list" ref={list} aria-label={label}>
      {chosen.map(({ key, name }, at) => (
        <li className="chip" key={key}>
          <span>{name}</span>
          <button
            type="button"
            aria-label={t('Remove {name}', { name })}
            aria-disabled={chosen.length <= least}
            onClick={() => onRemove(at)}
            onKeyDown={(event) => onKeyDown(event, at)}
          >
            ×
          </button>
        </li>
      ))}
    </ul>
  );
}

function focusChip(list: RefObject<HTMLUListElement | null>, at: number) {
  list.current?.querySelectorAll('button')[at]?.focus();
}
