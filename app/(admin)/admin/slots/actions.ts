'use server';

import { z } from 'zod';
import { formAction } from '@/lib/actions/form-action';
import { redirectWithAnswer } from '@/lib/actions/form-answer';
import { done, refused } from '@/lib/forms/form-state';
import { switchSlots } from '@/lib/slots/bulk-slots';
import { createSlot, deleteSlot, moveSlot, renameSlot } from '@/lib/slots/own-slots';
import { newSlotSchema, slotNameSchema } from '@/lib/slots/slot';
import { paths } from '@/lib/web/paths';

const rateLimit = { name: 'slots', limit: 300, seconds: 60 * 60 };
const slotId = z.string();

export const createSlotAction = formAction(
  { name: 'slot.create', who: 'slots.edit', schema: newSlotSchema, rateLimit },
  async (input, { actor }) => {
    const { id } = await createSlot(actor, input);
    return redirectWithAnswer(actor, paths.admin.slot(id), done('Added. Readers see it once it has content.'));
  },
);

export const renameSlotAction = formAction(
  { name: 'slot.rename', who: 'slots.edit', schema: slotNameSchema.extend({ slotId }), rateLimit },
  async (input, { actor }) => {
    const { name } = await renameSlot(actor, input);
    return done(`The slot is now called “${name}”.`);
  },
);

export const moveSlotAction = formAction(
  {
    name: 'slot.move',
    who: 'slots.edit',
    schema: z.object({ slotId, way: z.enum(['up', 'down']) }),
    rateLimit,
  },
  async (input, { actor }) => {
    const { name, isMoved } = await moveSlot(actor, input);
    if (isMoved) return done(`“${name}” moved ${input.way}.`);
    return done(`“${name}” is the ${input.way === 'up' ? 'first' : 'last'} slot of its placement already.`);
  },
);

export const deleteSlotAction = formAction(
  { name: 'slot.delete', who: 'slots.edit', schema: z.object({ slotId }), rateLimit },
  async (input, { actor }) => {
    const { name } = await deleteSlot(actor, input.slotId);
    return redirectWithAnswer(actor, paths.admin.slots(), done(`“${name}” is deleted.`));
  },
);

/** Enables or disables the selected slots. */
export const runSlotBulkAction = formAction(
  {
    name: 'slot.bulk',
    who: 'slots.edit',
    isBulk: true,
    schema: z.object({
      intent: z.enum(['on', 'off']),
      id: z.preprocess(
        (ids) => (typeof ids === 'string' ? [ids] : (ids ?? [])),
        z
          .array(z.string().max(64))
          .min(1, 'Select at least one first.')
          .max(100, 'Please choose at most 100 at a time.'),
      ),
    }),
    rateLimit,
  },
  async ({ intent, id: ids }, { actor }) => {
    const enabled = intent === 'on';
    const { done: changed, failed } = await switchSlots(actor, { ids, enabled });
    const [first] = failed;
    if (changed.length === 0) {
      return refused(first ?? (enabled ? 'They are enabled already.' : 'They are disabled already.'), {}, {});
    }
    const sentence = enabled ? `Slots enabled: ${changed.length}.` : `Slots disabled: ${changed.length}.`;
    const said = done(first ? `${sentence} Not changed: ${failed.length}. ${first}` : sentence);
    return { ...said, values: { undo: enabled ? 'off' : 'on', undoIds: changed.join(',') } };
  },
);
