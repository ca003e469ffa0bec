'use client';

import { useId, useState, type KeyboardEvent, type RefObject } from 'react';
import { suggested, type Chip } from './chips';

type Props = {
  id: string;
  options: Chip[];
  chosen: Chip[];
  /** Makes a chip of what was typed, where that need not be an option. */
  create: ((typed: string) => Chip | null) | undefined;
  input: RefObject<HTMLInputElement | null>;
  described: string;
  isWrong: boolean;
  onAdd: (chips: Chip[]) => void;
  onBack: () => void;
  onRemoveLast: () => void;
};

/** Where the next one is typed, with a list of those there are. */
export function ChipInput(props: Props) {
  const { id, input, described, isWrong, create } = props;
  const listId = useId();
  const typing = useTyping(props);
  const { typed, found, at, active } = typing;
  return (
    <div className="chips__type">
      <input
        className="input"
        id={id}
        ref={input}
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${listId}-${at}` : undefined}
        aria-describedby={described}
        aria-invalid={isWrong || undefined}
        value={typed}
        onChange={({ target }) => typing.type(target.value)}
        onKeyDown={(event) => onKeyDown(event, props, typing)}
        onClick={() => typing.setIsOpen(true)}
        onBlur={() => (create && typed.trim() ? typing.add([typed]) : typing.reset())}
      />
      <div
        className="chips__options"
        id={listId}
        role="listbox"
        aria-labelledby={`${id}-label`}
        hidden={found.length === 0}
      >
        {found.map((option, index) => (
          <div
            key={option.key}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            // On press: the field keeps the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              typing.choose(option);
            }}
          >
            {option.name}
          </div>
        ))}
      </div>
    </div>
  );
}

function useTyping({ options, chosen, create, onAdd }: Props) {
  const [typed, setTyped] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [at, setAt] = useState(-1);
  const found = isOpen ? suggested(options, chosen, typed) : [];

  function add(names: string[]) {
    const known = [...chosen];
    for (const name of names) {
      const chip = options.find((option) => isNamed(option, name)) ?? create?.(name);
      if (chip && !known.some(({ key }) => key === chip.key)) known.push(chip);
    }
    if (known.length > chosen.length) onAdd(known.slice(chosen.length));
    reset();
  }

  function choose(chip: Chip) {
    onAdd([chip]);
    reset();
  }

  function reset() {
    setTyped('');
    setAt(-1);
    setIsOpen(false);
  }

  /** A comma ends a new one; several can be pasted at once. */
  function type(value: string) {
    const parts = create ? value.split(/[,،、，]/) : [value];
    setAt(-1);
    if (parts.length > 1) return add(parts);
    setTyped(value);
    setIsOpen(value.trim() !== '');
  }

  function step(by: 1 | -1) {
    const { length } = suggested(options, chosen, typed);
    const next = by === -1 && at < 0 ? length - 1 : at + by;
    setIsOpen(true);
    setAt(next >= length ? -1 : next);
  }

  return { typed, found, at, active: found[at], add, choose, reset, type, step, setIsOpen };
}

function onKeyDown(event: KeyboardEvent<HTMLInputElement>, props: Props, typing: ReturnType<typeof useTyping>) {
  const { key, currentTarget: field } = event;
  const { typed, active, found } = typing;
  const isAtStart = field.selectionStart === 0 && field.selectionEnd === 0;
  if (event.nativeEvent.isComposing) return;
  if (key === 'ArrowDown' || key === 'ArrowUp') typing.step(key === 'ArrowDown' ? 1 : -1);
  else if (key === 'Enter' && active) typing.choose(active);
  else if (key === 'Enter' && typed.trim()) typing.add([typed]);
  else if (key === 'Escape' && found.length > 0) typing.setIsOpen(false);
  else if (key === 'Backspace' && typed === '') props.onRemoveLast();
  else if (key === 'ArrowLeft' && isAtStart && props.chosen.length > 0) props.onBack();
  else return;
  event.preventDefault();
}

function isNamed({ name }: Chip, typed: string) {
  return name.toLocaleLowerCase() === typed.trim().toLocaleLowerCase();
}
