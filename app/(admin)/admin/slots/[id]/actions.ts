'use server';

import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { done, type FormState } from '@/lib/forms/form-state';
import { requireAll } from '@/lib/forms/validation';
import { getSettings } from '@/lib/settings/queries';
import { warningsOf } from '@/lib/slots/detection';
import { findDensityProblem } from '@/lib/slots/density-check';
import { checkSlot, saveSlot, switchSlot } from '@/lib/slots/saving';
import { restoreVersion } from '@/lib/slots/versions';
import { idsNamed } from '@/lib/slots/resolve-names';
import { findSlot } from '@/lib/slots/queries';
import { settingsOf } from '@/lib/slots/slot-fields';
import { creativeOf, slotForm, typedValues, type SlotForm } from '@/lib/slots/slot-form';
import {
  confirmation,
  previewValues,
  refusal,
  slotRateLimit as rateLimit,
  startTest,
  withUpload,
} from '../content-form';

export const saveSlotAction = formAction(
  { name: 'slot.save', who: 'slots.edit', schema: slotForm, rateLimit },
  async (typed, { actor }) => {
    let form = typed;
    try {
      form = await withUpload(actor, typed);
      if (form.intent === 'test') return await startTest(actor, { slotId: form.id, form });
      return form.intent === 'preview' ? await preview(actor, form) : await save(actor, form);
    } catch (error) {
      return refusal(error, typedValues(form), async () => (await findSlot(form.id))?.version);
    }
  },
);

export const restoreVersionAction = formAction(
  {
    name: 'slot.restore',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), creativeId: z.string(), versionPassword: z.string().default('') }),
    rateLimit,
  },
  async ({ versionPassword, ...input }, { actor }) => {
    const confirm = confirmation(versionPassword, 'versionPassword');
    const { version, previousId, isEnabled } = await restoreVersion(actor, input, confirm);
    const state = done(
      isEnabled ? `Readers now see version ${version}.` : `Version ${version} is restored. ${disabled}`,
    );
    return previousId ? { ...state, values: { undo: previousId } } : state;
  },
);

export const switchSlotAction = formAction(
  {
    name: 'slot.switch',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), intent: z.enum(['on', 'off']) }),
    rateLimit,
  },
  async ({ slotId, intent: action }, { actor }) => {
    const { name } = await switchSlot(actor, { slotId, enabled: action === 'on' });
    const words = action === 'on' ? 'is enabled.' : 'is disabled on every page. Its content is kept.';
    return { ...done(`“${name}” ${words}`), values: { undo: action === 'on' ? 'off' : 'on' } };
  },
);

const disabled = 'It is disabled: readers see it once you enable it.';

async function save(actor: Actor, form: SlotForm): Promise<FormState> {
  const { settings, creative } = await read(form);
  const draft = { id: form.id, version: form.version, settings, creative };
  const { creativeVersion, isEnabled } = await saveSlot(actor, draft, confirmation(form.ownPassword));
  if (!creative || creativeVersion === null) return done(await emptyWords());
  const warnings = creative.kind === 'code' ? warningsOf(creative.code, creative.isolation) : '';
  if (!isEnabled)
    return done([`Saved as version ${creativeVersion}. ${disabled}`, warnings].filter(Boolean).join('\n'));
  const problem = await findDensityProblem({ slotId: form.id });
  return done([`Saved. Readers now see version ${creativeVersion}.`, problem, warnings].filter(Boolean).join('\n'));
}

async function emptyWords() {
  const { showPlaceholders } = await getSettings();
  return showPlaceholders
    ? 'Saved. The slot is empty: readers see “Put your ad code here” there, as the settings ask for.'
    : 'Saved. The slot is empty: readers see nothing there.';
}

async function preview(actor: Actor, form: SlotForm): Promise<FormState> {
  const previewed = await previewValues(actor, { slotId: form.id, ...(await read(form)) });
  const values = { ...typedValues(form), ...previewed };
  return { ...done('This is how it will look. Readers do not see it until you save.'), values, isUnsaved: true };
}

async function read(form: SlotForm) {
  const { timeZone } = await getSettings();
  const creative = creativeOf(form, timeZone);
  const ids = idsNamed(typedValues(form));
  // A name that nobody has is told together with what else is wrong.
  const withoutNames = settingsOf(form, { onlyTags: [], notTags: [], onlyAuthors: [], notAuthors: [] });
  await requireAll([ids, checkSlot({ settings: withoutNames, creative })]);
  return { settings: settingsOf(form, await ids), creative };
}
