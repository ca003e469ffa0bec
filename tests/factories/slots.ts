import { db } from '@/lib/database/db';
import type { Actor } from '@/lib/auth/actor';
import type { Consent } from '@/lib/slots/consent';
import type { CodeIsolation, CreativeDraft } from '@/lib/slots/creative';
import type { LineItemSettings } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { saveSlot } from '@/lib/slots/saving';
import { shippedSlotId, type Placement } from '@/lib/slots/placements';
import { findSlot } from '@/lib/slots/queries';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import type { SlotSettings } from '@/lib/slots/slot';
import { actorWith } from './users';

export const always = { startsAt: null, endsAt: null };

/** A draft of pasted code, as from the form. */
export function codeDraft(code: string, isolation: CodeIsolation = 'sandboxed', consent?: Consent): CreativeDraft {
  return { kind: 'code', code, isolation, ...(consent ? { consent } : {}), ...always };
}

export function textDraft(more: Partial<{ headline: string; linkUrl: string }> = {}): CreativeDraft {
  return {
    kind: 'text',
    headline: 'Ropes and knots',
    text: 'Everything that holds a boat.',
    callToAction: 'Visit the chandler',
    linkUrl: 'https://chandler.example/',
    ...always,
    ...more,
  };
}

/** Saves content in the default slot of a placement. */
export async function fillSlot(
  placement: Placement,
  creative: CreativeDraft | null,
  options: { actor?: Actor; settings?: Partial<SlotSettings> } = {},
) {
  await createDefaultSlots();
  const id = shippedSlotId(placement);
  const slot = await findSlot(id);
  if (!slot?.isReadable) throw new Error(`There is no slot ${placement} that can be read`);
  const { width, height, mobileWidth, mobileHeight, label, position, rules } = slot;
  const settings = { width, height, mobileWidth, mobileHeight, label, position, rules, ...options.settings };
  const isInPage = creative?.kind === 'code' && creative.isolation === 'in-page';
  const actor = options.actor ?? (await actorWith(isInPage ? 'owner' : 'ads'));
  const saved = await saveSlot(actor, { id, version: slot.version, settings, creative }, async () => {});
  return { id, ...saved };
}

/** A body of this many paragraphs with its rendered form and blocks. */
export function bodyOf(paragraphs: number, wordsEach = 60) {
  const parts = Array.from(
    { length: paragraphs },
    (_, index) => `<p>Paragraph ${index + 1}. ${'The tide turns. '.repeat(Math.ceil(wordsEach / 3))}</p>`,
  );
  let offset = 0;
  const blocks = parts.map((part) => {
    const block = { offset, kind: 'p', words: wordsEach };
    offset += part.length;
    return block;
  });
  const html = parts.join('');
  return { bodyHtml: html, renderedHtml: html, blocks: JSON.stringify(blocks), wordCount: paragraphs * wordsEach };
}

/** Adds a line item to the default slot of a placement. */
export async function addLineItem(
  placement: Placement,
  creative: CreativeDraft | null,
  { actor, ...more }: Partial<LineItemSettings> & { actor?: Actor } = {},
) {
  const slotId = shippedSlotId(placement);
  const settings = { ...lineItemSettings, name: creative?.kind === 'text' ? creative.headline : 'Second', ...more };
  const draft = { slotId, id: null, version: 1, settings, creative };
  const { id } = await saveLineItem(actor ?? (await actorWith('ads')), draft);
  return { id, slotId, settings };
}

const lineItemSettings: LineItemSettings = {
  name: 'Second',
  tier: 'network',
  weight: 1,
  conditions: [],
  caps: { page: 0, session: 0, day: 0 },
  goal: { kind: 'none', amount: 0, daily: 0, pace: 'even' },
  competitor: '',
  campaignId: null,
  arm: '',
};

/** Removes what was added to the default slots. */
export async function removeLineItems() {
  await db.lineItem.deleteMany({ where: { sortOrder: { gt: 0 } } });
}
