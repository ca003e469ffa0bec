import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { transaction, type Tx } from '@/lib/database/db';
import { emit } from '@/lib/events/emit';
import type { EventOf } from '@/lib/events/event';
import { validated } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { newId } from '@/lib/platform/ids';
import { findMenu, MENU_SECTIONS } from '@/lib/posts/listing/subject-queries';
import { nameOf } from '@/lib/text/visible-text';
import { paths } from '@/lib/web/paths';
import { MAX_ENTRIES, MAX_LABEL, readEntries, type Entry, type Place, type Target } from './menu';
import { dropped, moved, standingOf, without, type Drop, type Way } from './order';
import { nameOfTarget, targetOf } from './targets';

export type EntryDraft = {
  /** A choice ("post:ID"), or "" for the address. */
  target: string;
  address: string;
  label: string;
};

/** A menu as its form was loaded; another version means that somebody changed it since. */
export type Loaded = { place: Place; version: number };

const labelSchema = z.object({
  label: z
    .string()
    .transform(nameOf)
    .pipe(z.string().max(MAX_LABEL, `Use at most ${MAX_LABEL} characters for the label.`)),
});

type Change = EventOf<'site-menu.changed'>['change'];

/** Adds an entry at the end, whatever else was changed meanwhile. */
export async function addEntry(actor: Actor, place: Place, draft: EntryDraft) {
  const editor = requireCapability(actor, 'settings.edit');
  const content = await contentOf(draft);
  const name = await nameFor(content);
  await transaction(async (tx) => {
    const { entries } = await lockMenu(tx, place);
    if (entries.length >= MAX_ENTRIES) {
      throw new AppError('invalid', `A menu has at most ${MAX_ENTRIES} entries. Remove one first.`);
    }
    await store(tx, place, [...entries, { id: newId(), ...content, isNested: false }]);
    emitChange(tx, editor, { place, change: 'added', entry: name });
  });
  return { name };
}

/** Puts into an empty menu what the site shows there by itself. */
export async function fillMenu(actor: Actor, place: Place) {
  const editor = requireCapability(actor, 'settings.edit');
  const { sections, pages } = await findMenu(MENU_SECTIONS);
  const addresses = {
    header: sections.map(({ slug }) => paths.tag(slug)),
    footer: pages.map(({ slug }) => paths.post(slug)),
  };
  const targets = await Promise.all(addresses[place].map((address) => targetOf({ target: '', address })));
  if (targets.length === 0) throw new AppError('invalid', 'Readers see nothing there yet. Add the first entry below.');
  await transaction(async (tx) => {
    const { entries } = await lockMenu(tx, place);
    if (entries.length > 0) throw new AppError('conflict', 'This menu has entries already. Nothing was added.');
    const filled = targets.map((target) => ({ id: newId(), ...target, label: '', isNested: false }));
    await store(tx, place, filled);
    emitChange(tx, editor, { place, change: 'filled', entry: '' });
  });
}

/** Changes what an entry leads to and how it is called. */
export async function changeEntry(actor: Actor, id: string, loaded: Loaded, draft: EntryDraft) {
  requireCapability(actor, 'settings.edit');
  const content = await contentOf(draft);
  return changeMenu(actor, loaded, { id, change: 'changed' }, (entries) =>
    entries.map((entry) => (entry.id === id ? { ...entry, ...content } : entry)),
  );
}

export async function moveEntry(actor: Actor, id: string, loaded: Loaded, way: Way) {
  const change = { id, change: 'moved' } as const;
  return changeMenu(actor, loaded, change, (entries) => moved(entries, id, way));
}

export async function dropEntry(actor: Actor, loaded: Loaded, drop: Drop) {
  const change = { id: drop.id, change: 'moved' } as const;
  return changeMenu(actor, loaded, change, (entries) => dropped(entries, drop));
}

/** Removes an entry; those beneath it take its place. */
export async function removeEntry(actor: Actor, id: string, loaded: Loaded) {
  return changeMenu(actor, loaded, { id, change: 'removed' }, (entries) => without(entries, id));
}

type OfEntry = { id: string; change: Change };

async function changeMenu(
  actor: Actor,
  { place, version }: Loaded,
  { id, change }: OfEntry,
  work: (entries: Entry[]) => Entry[],
) {
  const editor = requireCapability(actor, 'settings.edit');
  return transaction(async (tx) => {
    const menu = await lockMenu(tx, place);
    if (menu.version !== version) throw changedMeanwhile();
    const before = menu.entries.find((entry) => entry.id === id);
    if (!before) throw new AppError('not_found', 'This entry is not in the menu any more.');
    const entries = work(menu.entries);
    await store(tx, place, entries);
    const now = entries.find((entry) => entry.id === id);
    const name = await nameFor(now ?? before, tx);
    emitChange(tx, editor, { place, change, entry: name });
    if (!now) return { name, standing: 0, of: 0, beneath: '' };
    const { parent, ...standing } = standingOf(entries, id);
    return { name, ...standing, beneath: parent ? await nameFor(parent, tx) : '' };
  });
}

// Writing first locks the row: concurrent changes wait for each other.
async function lockMenu(tx: Tx, place: Place) {
  const row = { version: 0, entries: '[]', updatedAt: new Date() };
  const { version, entries } = await tx.siteMenu.upsert({
    where: { place },
    create: { place, ...row },
    update: { updatedAt: row.updatedAt },
    select: { version: true, entries: true },
  });
  return { version, entries: readEntries(entries) };
}

async function store(tx: Tx, place: Place, entries: Entry[]) {
  const data = { entries: JSON.stringify(entries), version: { increment: 1 } };
  await tx.siteMenu.update({ where: { place }, data, select: { place: true } });
}

async function contentOf({ label: typed, ...to }: EntryDraft): Promise<Target & { label: string }> {
  const { label } = validated(labelSchema, { label: typed });
  const target = await targetOf(to);
  if (target.kind === 'address' && label === '') {
    const sentence = 'Enter a label: an address has no title.';
    throw new AppError('invalid', sentence, { fields: { label: sentence } });
  }
  return { ...target, label };
}

function nameFor({ label, ...target }: Target & { label: string }, tx?: Tx) {
  return label || nameOfTarget(target, tx);
}

function emitChange(tx: Tx, actor: Actor, what: Omit<EventOf<'site-menu.changed'>, 'type' | 'actorId'>) {
  emit(tx, { type: 'site-menu.changed', actorId: actor.id, ...what });
}

function changedMeanwhile() {
  return new AppError(
    'conflict',
    'Someone else changed this menu while you had it open. Nothing of theirs was lost: look at it as it is now, and do it again if you still want to.',
  );
}
