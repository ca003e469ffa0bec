'use client';

import { useText } from '#text';
import { useEffect, useRef, useState, type RefObject } from 'react';
import { useHasScript } from '@/components/ui/has-script';

/**
 * Selects all rows of the form that it stands in, or none. Without JavaScript there is none. `label`: written beside it.
 * `form`: its id, where it stands elsewhere.
 */
export function SelectAll({ label = '', form = '' }: { label?: string; form?: string }) {
  const t = useText();
  const hasScript = useHasScript();
  const marker = useRef<HTMLLabelElement>(null);
  const { selected, all } = useSelection(marker, { isShown: hasScript, form });
  if (!hasScript) return null;
  return (
    <label className={label ? 'list-head__all' : 'row__check'} ref={marker}>
      <input
        type="checkbox"
        aria-label={label ? undefined : t('Select all')}
        checked={all > 0 && selected === all}
        ref={(box) => {
          if (box) box.indeterminate = selected > 0 && selected < all;
        }}
        onChange={({ target }) => {
          for (const box of boxesOf(formOf(marker.current, form))) if (box.checked !== target.checked) box.click();
        }}
      />
      {label && <span>{label}</span>}
    </label>
  );
}

/** How many rows of the form that it stands in are selected. */
export function SelectedCount() {
  const t = useText();
  const marker = useRef<HTMLSpanElement>(null);
  const { selected } = useSelection(marker, { isShown: true, form: '' });
  return (
    <span className="bulk__count" role="status" ref={marker}>
      {selected > 0 && t('{count, plural, one {# selected} other {# selected}}', { count: selected })}
    </span>
  );
}

type Where = { isShown: boolean; form: string };

function useSelection(marker: RefObject<HTMLElement | null>, { isShown, form: formId }: Where) {
  const [selection, setSelection] = useState({ selected: 0, all: 0 });
  useEffect(() => {
    const form = formOf(marker.current, formId);
    if (!isShown || !form) return;
    const count = () => {
      const boxes = boxesOf(form);
      setSelection({ selected: boxes.filter(({ checked }) => checked).length, all: boxes.length });
    };
    // After a reset the boxes change only once its listeners have run.
    const afterReset = () => queueMicrotask(count);
    const watching = new MutationObserver(count);
    count();
    // Rows may stand beside the form that they belong to.
    document.addEventListener('change', count);
    form.addEventListener('reset', afterReset);
    watching.observe(form.parentElement ?? form, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('change', count);
      form.removeEventListener('reset', afterReset);
      watching.disconnect();
    };
  }, [marker, isShown, formId]);
  return selection;
}

function formOf(place: HTMLElement | null, id: string) {
  const form = id ? document.getElementById(id) : place?.closest('form');
  return form instanceof HTMLFormElement ? form : null;
}

function boxesOf(form: HTMLFormElement | null) {
  return [...(form?.elements ?? [])].filter(
    (box): box is HTMLInputElement => box instanceof HTMLInputElement && box.type === 'checkbox' && box.name === 'id',
  );
}
