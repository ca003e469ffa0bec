import { z } from 'zod';
import type { Condition, LineItemSettings } from './line-item';
import { lineItemFields, typedLineItem } from './line-item-fields';
import { contentFields, typedCreative, type ShownContent } from './slot-form';

const typed = z.string().default('');

/** The form of a line item; numbers, dates and URLs are validated by the settings schema. */
export const lineItemForm = z.object({
  ...Object.fromEntries(lineItemFields.map((name) => [name, typed])),
  ...contentFields,
  slotId: z.string(),
  /** Empty: a new one. */
  id: typed,
  version: z.coerce.number().int(),
  /** Absent where the content is edited with the slot. */
  hasContent: typed,
});
export type LineItemForm = z.output<typeof lineItemForm>;

type Stored = Omit<LineItemSettings, 'conditions'> & { conditions: readonly Condition[]; id: string; version: number };

export function filledLineItemForm(
  item: Stored,
  shown: ShownContent | null,
  { names, timeZone }: { names: ReadonlyMap<string, string>; timeZone: string },
): Record<string, string> {
  return {
    id: item.id,
    version: String(item.version),
    ...typedCreative(shown, timeZone),
    ...typedLineItem(item, names),
  };
}
