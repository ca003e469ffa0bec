'use client';

import { useText } from '#text';
import { Fragment } from 'react';
import { findSlashItems, type SlashItem } from './slash-items';
import type { SlashState } from '../tiptap/slash';

type Props = {
  state: NonNullable<SlashState>;
  selected: number;
  onChoose: (item: SlashItem) => void;
};

export const SLASH_MENU_ID = 'block-menu';
export const slashOptionId = (index: number) => `block-menu-${index}`;

function showWhole(menu: HTMLElement | null) {
  menu?.scrollIntoView({ block: 'nearest' });
}

// Only within the menu: the page stays where it is.
function showNearest(option: HTMLElement | null) {
  const menu = option?.closest('.slash-menu');
  if (!option || !menu) return;
  const [place, frame] = [option.getBoundingClientRect(), menu.getBoundingClientRect()];
  if (place.bottom > frame.bottom) menu.scrollTop += place.bottom - frame.bottom;
  else if (place.top < frame.top) menu.scrollTop -= frame.top - place.top;
}

/** The "/" menu. The focus stays in the editor, which announces the selected item by aria-activedescendant. */
export function SlashMenu({ state, selected, onChoose }: Props) {
  const t = useText();
  const items = findSlashItems(state.query, t);
  return (
    <div
      ref={showWhole}
      className="slash-menu"
      style={{ insetInlineStart: `min(${state.left}px, calc(100vw - 17rem))`, insetBlockStart: `${state.top + 6}px` }}
    >
      <div id={SLASH_MENU_ID} role="listbox" aria-label={t('Blocks')}>
        {items.map((item, index) => (
          <Fragment key={item.name}>
            {!state.query && item.group !== items[index - 1]?.group && (
              <p className="slash-menu__group" aria-hidden>
                {t(item.group)}
              </p>
            )}
            <div
              id={slashOptionId(index)}
              role="option"
              tabIndex={-1}
              aria-selected={index === selected}
              ref={index === selected ? showNearest : undefined}
              // The caret must stay where the block will be inserted.
              onMouseDown={(event) => {
                event.preventDefault();
                onChoose(item);
              }}
            >
              <span>{t(item.name)}</span>
              <kbd>{t(item.hint)}</kbd>
            </div>
          </Fragment>
        ))}
      </div>
      {items.length === 0 && <p className="quiet">{t('No blocks found. Press Escape to close.')}</p>}
    </div>
  );
}
