'use server';

import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, type FormState } from '@/lib/forms/form-state';
import { requireAll } from '@/lib/forms/validation';
import { AppError } from '@/lib/platform/errors';
import { getSettings } from '@/lib/settings/queries';
import { warningsOf } from '@/lib/slots/detection';
import { findDensityProblem } from '@/lib/slots/density-check';
import { lineItemSettingsOf } from '@/lib/slots/line-item-fields';
import { lineItemForm, type LineItemForm } from '@/lib/slots/line-item-form';
import { checkLineItem, deleteLineItem, saveLineItem, switchLineItem } from '@/lib/slots/line-items';
import { findLineItem, findSlot } from '@/lib/slots/queries';
import { idsNamed } from '@/lib/slots/resolve-names';
import { creativeOf, typedValues } from '@/lib/slots/slot-form';
import { paths } from '@/lib/web/paths';
import {
  confirmation,
  previewValues,
  refusal,
  slotRateLimit as rateLimit,
  startTest,
  withUpload,
} from '../../../content-form';
import { alternativeField, alternatives } from '@/lib/slots/line-item-names';

export const saveLineItemAction = formAction(
  { name: 'slot.save-line-item', who: 'slots.edit', schema: lineItemForm, rateLimit },
  async (typed, { actor }) => {
    let form = typed;
    try {
      form = await withUpload(actor, typed);
      if (form.intent === 'test') return await startTest(actor, { slotId: form.slotId, form });
      return form.intent === 'preview' ? await preview(actor, form) : await save(actor, form);
    } catch (error) {
      return refusal(error, typedValues(form), async () => (await findLineItem(form.slotId, form.id))?.version);
    }
  },
);

export const switchLineItemAction = formAction(
  {
    name: 'slot.switch-line-item',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), lineItemId: z.string(), intent: z.enum(['on', 'off']) }),
    rateLimit,
  },
  async ({ slotId, lineItemId, intent }, { actor }) => {
    const { name } = await switchLineItem(actor, { slotId, lineItemId, enabled: intent === 'on' });
    return done(`“${name}” ${intent === 'on' ? 'is enabled.' : 'is disabled. Its content is kept.'}`);
  },
);

export const deleteLineItemAction = formAction(
  {
    name: 'slot.delete-line-item',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), lineItemId: z.string() }),
    rateLimit,
  },
  async (input, { actor }) => {
    const { name } = await deleteLineItem(actor, input);
    return redirectWithAnswer(actor, paths.admin.slot(input.slotId), done(`“${name}” is deleted.`));
  },
);

async function save(actor: Actor, form: LineItemForm): Promise<FormState> {
  const creative = form.hasContent ? await readCreative(form) : null;
  const settings = await readSettings(form, creative);
  const content = form.hasContent ? { creative } : {};
  const draft = { slotId: form.slotId, id: form.id || null, version: form.version, settings, ...content };
  const { id, creativeVersion } = await saveLineItem(actor, draft, confirmation(form.ownPassword));
  const saved = done(await savedWords(form, creative, creativeVersion));
  return form.id ? saved : redirectWithAnswer(actor, paths.admin.lineItem(form.slotId, id), saved);
}

type Content = Awaited<ReturnType<typeof readCreative>>;

async function savedWords(form: LineItemForm, creative: Content, version: number | null) {
  const verb = form.id ? 'Saved' : 'Added';
  if (form.hasContent && version === null) return `${verb}. The line item is empty: readers do not get it.`;
  const said = form.hasContent ? `${verb}. Its content is version ${version}.` : `${verb}.`;
  const problem = await findDensityProblem({ slotId: form.slotId });
  const warnings = creative?.kind === 'code' ? warningsOf(creative.code, creative.isolation) : '';
  return [said, problem, warnings].filter(Boolean).join('\n');
}

async function preview(actor: Actor, form: LineItemForm): Promise<FormState> {
  const settings = await findSlot(form.slotId);
  if (!settings?.isReadable)
    throw new AppError('invalid', 'The rules of this slot cannot be read. Save the slot first.');
  const creative = await readCreative(form);
  const previewed = await previewValues(actor, { slotId: form.slotId, lineItemId: form.id, creative, settings });
  const values = { ...typedValues(form), ...previewed };
  return { ...done('This is how it will look. Readers do not see it until you save.'), values, isUnsaved: true };
}

async function readCreative(form: LineItemForm) {
  const { timeZone } = await getSettings();
  return creativeOf(form, timeZone);
}

// A name that nobody has is told together with what else is wrong.
async function readSettings(form: LineItemForm, creative: Content) {
  const typed = typedValues(form);
  const ids = alternatives.map((index) => idsNamed(typed, (name) => alternativeField(index, name)));
  const withoutNames = lineItemSettingsOf(typed, []);
  await requireAll([...ids, checkLineItem({ settings: withoutNames, creative })]);
  return lineItemSettingsOf(typed, await Promise.all(ids));
}
