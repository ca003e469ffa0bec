import type { OfferedPerson } from '@/lib/comments/mentions/mention';

const MAX_SHOWN = 8;
/** A sign that begins a word, and what was typed behind it so far. */
const begun = /(?<![\p{L}\p{M}\p{N}_@./:+-])@([^\n@]{0,80})$/u;

/** Whom to offer, and where their name begins. */
export type Offer = { start: number; people: OfferedPerson[] };

/** The people whose name, or a word of it, begins with what stands behind the last "@" before the cursor; null without any. */
export function offeredFor(before: string, people: readonly OfferedPerson[]): Offer | null {
  const typed = begun.exec(before)?.[1];
  if (typed === undefined) return null;
  const wanted = typed.toLocaleLowerCase();
  const fitting = people.filter(({ name }) => fits(name.toLocaleLowerCase(), wanted));
  return fitting.length > 0 ? { start: before.length - typed.length, people: fitting.slice(0, MAX_SHOWN) } : null;
}

function fits(name: string, wanted: string) {
  return name.startsWith(wanted) || name.includes(` ${wanted}`);
}

/** What stands before the cursor of a field; "" where it has none. */
export function textBeforeCursor({ value, selectionStart, selectionEnd, ownerDocument, id }: HTMLTextAreaElement) {
  const isHere = ownerDocument.activeElement?.id === id && selectionStart === selectionEnd;
  return isHere ? value.slice(0, selectionStart) : '';
}

/** Calls back when the text or the cursor of a field may have changed. */
export function watchCursor(field: HTMLTextAreaElement, onChange: () => void) {
  const events = ['input', 'keyup', 'click', 'focus', 'blur'];
  for (const event of events) field.addEventListener(event, onChange);
  return () => {
    for (const event of events) field.removeEventListener(event, onChange);
  };
}

/** Puts a name behind the sign, and the cursor behind the name. */
export function insertMention(field: HTMLTextAreaElement, start: number, typed: string) {
  field.focus();
  field.setRangeText(`${typed} `, start, field.selectionEnd, 'end');
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}
