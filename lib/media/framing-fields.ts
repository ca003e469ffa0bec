import { z } from 'zod';
import { cropRatios, LEAST_SIDE } from '@/lib/images/crop';

const OUTSIDE = 'Enter a number from 0 to 100.';
const percent = z.coerce.number(OUTSIDE).min(0, OUTSIDE).max(100, OUTSIDE);
const side = percent.min(LEAST_SIDE, `A crop has at least ${LEAST_SIDE} percent of each side.`);
const id = z.string().max(64);

/** The focal point of an image as a form sends it. */
export const focusFields = z.object({ id, x: percent.transform(Math.round), y: percent.transform(Math.round) });

const part = z
  .object({
    intent: z.literal('crop'),
    id,
    ratio: z.enum(cropRatios, 'Choose one of the shapes.'),
    left: percent,
    top: percent,
    width: side,
    height: side,
  })
  .superRefine(({ left, top, width, height }, context) => {
    const beyond = (name: string) =>
      context.addIssue({ code: 'custom', path: [name], message: 'This is more than there is beside it.' });
    if (left + width > 100.01) beyond('width');
    if (top + height > 100.01) beyond('height');
  });

/** The part of an image that is to be shown, or the whole again, as a form sends it. */
export const cropFields = z.discriminatedUnion('intent', [part, z.object({ intent: z.literal('whole'), id })]);
