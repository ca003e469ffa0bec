import { isSeen } from '@/lib/text/visible-text';
import { element, type HtmlElement } from './tree';

/** Marks the place of a slot in a text; its value is the id or name of the slot. It never carries code. */
const SPOT = 'data-slot-spot';
const MAX_REFERENCE = 80;

/** The slot that a spot refers to, or null if the element is none. */
export function spotReference({ name, attributes }: HtmlElement): string | null {
  const given = attributes[SPOT];
  if (name !== 'div' || given === undefined || 'data-raw' in attributes) return null;
  return cleanReference(given);
}

/** A spot as it is stored. */
export function spotElement(reference: string): HtmlElement {
  return element('div', { [SPOT]: reference }, []);
}

function cleanReference(given: string) {
  if (!isSeen(given)) return null;
  const line = given
    .replace(/[\p{Cc}\p{Cf}\s\uFFFE\uFFFF]+/gu, ' ')
    .toWellFormed()
    .trim();
  return line.slice(0, MAX_REFERENCE).toWellFormed().trim() || null;
}
