'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { confirmation } from '@/app/(admin)/admin/slots/content-form';
import { done } from '@/lib/forms/form-state';
import { MAX_OWN_CSS } from '@/lib/settings/looks-names';
import { changeLooks, saveOwnCss, shownLooksOf, tryOwnCss, undoLooks } from '@/lib/settings/looks-changing';
import { getSettings } from '@/lib/settings/queries';
import { changedByForm, shownForm, shownValues } from '@/lib/settings/shown-values';
import { looksForm } from '@/lib/settings/updating';
import { limits } from '@/lib/users/rate-limits';

export const saveLooksAction = formAction(
  { name: 'looks.change', who: 'settings.edit', schema: looksForm.and(shownForm), rateLimit: limits.staff },
  async ({ shown, ...input }, { actor }) => {
    const merged = changedByForm(input, { shown, present: shownLooksOf(await getSettings()) });
    const changed = await changeLooks(actor, merged);
    const said = done(
      changed.length > 0 ? 'Saved. Every page shows it from now on.' : 'There were no changes to save.',
    );
    return { ...said, values: { shown: shownValues(shownLooksOf(await getSettings())) } };
  },
);

export const undoLooksAction = formAction(
  { name: 'looks.undo', who: 'settings.edit', schema: z.object({}), rateLimit: limits.staff },
  async (_input, { actor }) => {
    await undoLooks(actor);
    return done('Undone. Every page looks as it did before.');
  },
);

const ownCssForm = z.object({
  // Browsers submit line breaks as CRLF.
  ownCss: z
    .string()
    .transform((css) => css.replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().max(MAX_OWN_CSS, 'Use at most 20,000 characters of CSS.')),
  ownPassword: z.string().default(''),
  intent: z.enum(['save', 'preview']).default('save'),
  ...shownForm.shape,
});

export const ownCssAction = formAction(
  { name: 'looks.css', who: 'slots.trusted-code', schema: ownCssForm, rateLimit: limits.staff },
  async ({ ownCss: typed, ownPassword, intent, shown }, { actor }) => {
    if (intent === 'preview') {
      await tryOwnCss(actor, typed);
      return { ...done('The preview below shows it. Readers see nothing of it before you save.'), isUnsaved: true };
    }
    const present = { ownCss: (await getSettings()).ownCss };
    const { ownCss } = changedByForm({ ownCss: typed }, { shown, present });
    const changed = await saveOwnCss(actor, ownCss, confirmation(ownPassword));
    const sentence = ownCss
      ? 'Saved. Every page shows it from now on.'
      : 'Saved. The site does without CSS of its own.';
    const said = done(changed.length > 0 ? sentence : 'There were no changes to save.');
    return { ...said, values: { shown: shownValues({ ownCss }) } };
  },
);
