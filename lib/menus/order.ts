import { z } from 'zod';
import { AppError } from '@/lib/platform/errors';
import type { Entry } from './menu';

export const ways = ['up', 'down', 'indent', 'outdent'] as const;
export type Way = (typeof ways)[number];

export type Drop = { id: string; target: string; side: 'before' | 'after' };
export type Command = { what: Way | 'remove'; id: string } | { what: 'drop'; drop: Drop };

const id = z.string().max(40).optional();

/** What a form asks for: a button of it has the id of its entry, and what was dragged where it was dropped. */
export const commandFields = {
  up: id,
  down: id,
  indent: id,
  outdent: id,
  remove: id,
  drop: id,
  target: id,
  side: z.enum(['before', 'after']).optional(),
};

export function commandOf({ drop, target, side, ...buttons }: z.output<z.ZodObject<typeof commandFields>>): Command {
  if (drop && target && side) return { what: 'drop', drop: { id: drop, target, side } };
  for (const what of [...ways, 'remove'] as const) {
    const pressed = buttons[what];
    if (pressed) return { what, id: pressed };
  }
  throw new AppError('invalid', 'Choose an entry and what to do with it.');
}

/** Moves an entry, with those beneath it, among its own kind: past one of its own level, or one level in or out. */
export function moved(entries: readonly Entry[], id: string, way: Way): Entry[] {
  const at = indexOf(entries, id);
  const moves = { up: movedUp, down: movedDown, indent: indented, outdent: outdented };
  return moves[way](entries, at);
}

/** The ways in which an entry can move. */
export function waysOf(entries: readonly Entry[], id: string): Way[] {
  const at = indexOf(entries, id);
  const { standing, of, parent } = standingOf(entries, id);
  const hasNested = blockAt(entries, at).length > 1;
  const isOpen = {
    up: standing > 1,
    down: standing < of,
    indent: !parent && at > 0 && !hasNested,
    outdent: parent !== null,
  };
  return ways.filter((way) => isOpen[way]);
}

/** Puts an entry, with those beneath it, before or after another one, and on its level. */
export function dropped(entries: readonly Entry[], { id, target, side }: Drop): Entry[] {
  const from = indexOf(entries, id);
  const block = blockAt(entries, from);
  if (block.some((entry) => entry.id === target)) return [...entries];
  const rest = entries.filter((entry) => !block.includes(entry));
  const at = indexOf(rest, target) + (side === 'after' ? 1 : 0);
  const [first, ...beneath] = block;
  if (!first) return [...entries];
  const isLastBeneath = side === 'after' && beneath.length === 0 && rest[at - 1]?.isNested;
  const isNested = Boolean(rest[at]?.isNested || isLastBeneath);
  if (isNested && beneath.length > 0) throw tooDeep();
  return [...rest.slice(0, at), { ...first, isNested }, ...beneath, ...rest.slice(at)];
}

/** Takes an entry away; those beneath it take its place. */
export function without(entries: readonly Entry[], id: string): Entry[] {
  const beneath = blockAt(entries, indexOf(entries, id)).slice(1);
  return entries
    .filter((entry) => entry.id !== id)
    .map((entry) => (beneath.includes(entry) ? { ...entry, isNested: false } : entry));
}

/** Where an entry stands among those of its level, from 1, and beneath which one. */
export function standingOf(entries: readonly Entry[], id: string) {
  const at = indexOf(entries, id);
  const parent = entries[at]?.isNested ? parentOf(entries, at) : -1;
  const siblings = parent < 0 ? topOf(entries) : blockAt(entries, parent).slice(1);
  const standing = siblings.findIndex((entry) => entry.id === id) + 1;
  return { standing, of: siblings.length, parent: entries[parent] ?? null };
}

function movedUp(entries: readonly Entry[], at: number) {
  const before = entries[at]?.isNested ? nestedBefore(entries, at) : entries.findLastIndex(isTopBefore(at));
  if (before < 0) throw new AppError('invalid', 'It is the first one already.');
  const block = blockAt(entries, at);
  return [...entries.slice(0, before), ...block, ...entries.slice(before, at), ...entries.slice(at + block.length)];
}

function movedDown(entries: readonly Entry[], at: number) {
  const next = at + blockAt(entries, at).length;
  if (!entries[next] || entries[next].isNested !== entries[at]?.isNested) {
    throw new AppError('invalid', 'It is the last one already.');
  }
  return movedUp(entries, next);
}

function indented(entries: readonly Entry[], at: number) {
  if (entries[at]?.isNested) throw new AppError('invalid', 'Entries can be nested one level deep.');
  if (at === 0) throw new AppError('invalid', 'The first entry has none above it to stand beneath.');
  if (blockAt(entries, at).length > 1) throw tooDeep();
  return entries.map((entry, index) => (index === at ? { ...entry, isNested: true } : entry));
}

// Those after it stay beneath the entry that it leaves.
function outdented(entries: readonly Entry[], at: number) {
  const entry = entries[at];
  if (!entry?.isNested) throw new AppError('invalid', 'It stands beneath no other entry.');
  const parent = parentOf(entries, at);
  const end = parent + blockAt(entries, parent).length;
  return [...entries.slice(0, at), ...entries.slice(at + 1, end), { ...entry, isNested: false }, ...entries.slice(end)];
}

/** An entry with those beneath it. */
function blockAt(entries: readonly Entry[], at: number): readonly Entry[] {
  if (entries[at]?.isNested) return entries.slice(at, at + 1);
  const next = entries.findIndex((entry, index) => index > at && !entry.isNested);
  return entries.slice(at, next < 0 ? undefined : next);
}

function parentOf(entries: readonly Entry[], at: number) {
  return entries.findLastIndex(isTopBefore(at));
}

function nestedBefore(entries: readonly Entry[], at: number) {
  return entries[at - 1]?.isNested ? at - 1 : -1;
}

function topOf(entries: readonly Entry[]) {
  return entries.filter((entry) => !entry.isNested);
}

function isTopBefore(at: number) {
  return (entry: Entry, index: number) => index < at && !entry.isNested;
}

function indexOf(entries: readonly Entry[], id: string) {
  const at = entries.findIndex((entry) => entry.id === id);
  if (at < 0) throw new AppError('not_found', 'This entry is not in the menu any more.');
  return at;
}

function tooDeep() {
  return new AppError('invalid', 'It has entries beneath it, and entries can be nested one level deep.');
}
