'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import type { Actor } from '@/lib/auth/actor';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { addEntry, changeEntry, dropEntry, fillMenu, moveEntry, removeEntry, type Loaded } from '@/lib/menus/changing';
import { places } from '@/lib/menus/menu';
import { commandOf, commandFields, type Command } from '@/lib/menus/order';
import { findEntry } from '@/lib/menus/queries';
import { AppError } from '@/lib/platform/errors';
import { paths } from '@/lib/web/paths';

const managing = { who: 'settings.edit', rateLimit: { name: 'menus', limit: 600, seconds: 60 * 60 } } as const;
const id = z.string().min(1).max(40);
const place = z.enum(places);
const loaded = { place, version: z.coerce.number().int().min(0) };
const draft = {
  target: z.string().default(''),
  address: z.string().default(''),
  label: z.string().default(''),
};

export const addEntryAction = formAction(
  { name: 'menu.add', schema: z.object({ place, ...draft }), ...managing },
  async ({ place: to, ...entry }, { actor }) => {
    const { name } = await addEntry(actor, to, entry);
    return done(`Added: “${name}”.`);
  },
);

export const fillMenuAction = formAction(
  { name: 'menu.fill', schema: z.object({ place }), ...managing },
  async ({ place: at }, { actor }) => {
    await fillMenu(actor, at);
    return redirectWithAnswer(
      actor,
      paths.admin.menus(),
      done('The menu has what readers saw there. Change it as you like.'),
    );
  },
);

export const changeEntryAction = formAction(
  { name: 'menu.change', schema: z.object({ id, ...loaded, ...draft }), ...managing },
  async ({ id: of, place: at, version, ...entry }, { actor }) => {
    try {
      const { name } = await changeEntry(actor, of, { place: at, version }, entry);
      return await redirectWithAnswer(actor, paths.admin.menus(), done(`Saved: “${name}”.`));
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'conflict') throw error;
      const present = (await findEntry(actor, of))?.version ?? version;
      return refused(error.message, {}, { ...entry, version: String(present) });
    }
  },
);

/** The buttons of one form, each with the id of its entry under the name of what it does; and what was dragged. */
export const arrangeMenuAction = formAction(
  { name: 'menu.arrange', schema: z.object({ ...loaded, ...commandFields }), ...managing },
  async ({ place: at, version, ...asked }, { actor }) => {
    try {
      return await arranged(actor, { place: at, version }, commandOf(asked));
    } catch (error) {
      // The page shows the menu as it is stored now.
      if (error instanceof AppError && error.code === 'conflict') refresh();
      throw error;
    }
  },
);

async function arranged(actor: Actor, menu: Loaded, asked: Command): Promise<FormState> {
  if (asked.what === 'remove') {
    const { name } = await removeEntry(actor, asked.id, menu);
    return done(`Removed: “${name}”.`);
  }
  const { name, standing, of, beneath } =
    asked.what === 'drop'
      ? await dropEntry(actor, menu, asked.drop)
      : await moveEntry(actor, asked.id, menu, asked.what);
  return done(
    beneath ? `“${name}” is now ${standing} of ${of} beneath “${beneath}”.` : `“${name}” is now ${standing} of ${of}.`,
  );
}
