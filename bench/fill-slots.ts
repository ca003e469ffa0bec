// Fills every slot of the site in DATA_DIR with pasted code in a frame; with "in-page" one, with code in the page; with
// "line-items" each slot with six more to choose from.
import { newId } from '@/lib/platform/ids';
import { createUserByHand } from '@/lib/users/admin-cli';
import { capsSchema, goalSchema } from '@/lib/slots/line-item';
import { saveLineItem } from '@/lib/slots/line-items';
import { saveSlot } from '@/lib/slots/saving';
import { placements } from '@/lib/slots/placements';
import { findSlot } from '@/lib/slots/queries';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { disconnect, readDb } from '@/lib/database/db';

const ITEMS_PER_SLOT = 6;
const isInPage = process.argv.includes('in-page');
const role = isInPage ? 'owner' : 'ads';
const { id } = await createUserByHand({ email: `${newId()}@example.test`, name: 'Slots', role }, null);
const actor = { id, name: 'Slots', role, sessionId: newId(), emailVerified: true } as const;
await createDefaultSlots();
const filled = placements.filter((placement) => !isInPage || placement === 'below-title');
for (const placement of filled) {
  const row = await readDb.slot.findFirstOrThrow({ where: { placement }, select: { id: true } });
  const slot = await findSlot(row.id);
  if (!slot?.isReadable) continue;
  const { width, height, mobileWidth, mobileHeight, label, position, rules } = slot;
  const draft = {
    id: slot.id,
    version: slot.version,
    settings: { width, height, mobileWidth, mobileHeight, label, position, rules },
    creative: {
      kind: 'code' as const,
      isolation: isInPage ? ('in-page' as const) : ('sandboxed' as const),
      code: '<p style="font:16px sans-serif">Fresh herring</p>',
      startsAt: null,
      endsAt: null,
    },
  };
  await saveSlot(actor, draft, async () => {});
  if (process.argv.includes('line-items')) await addItems(slot.id);
}
await disconnect();

async function addItems(slotId: string) {
  for (let number = 1; number <= ITEMS_PER_SLOT; number += 1) {
    const always = { startsAt: null, endsAt: null };
    const code = {
      kind: 'code' as const,
      isolation: 'sandboxed' as const,
      code: `<p>Herring ${number}</p>`,
      ...always,
    };
    const text = {
      kind: 'text' as const,
      headline: `Ropes and knots ${number}`,
      text: 'Everything that holds a boat, from the first knot to the last.',
      callToAction: 'Visit the chandler',
      linkUrl: 'https://chandler.example/autumn',
      ...always,
    };
    const settings = {
      name: `Campaign ${number}`,
      tier: 'network' as const,
      weight: number,
      conditions: [],
      caps: capsSchema.parse({}),
      goal: goalSchema.parse({}),
      campaignId: null,
      arm: '' as const,
      competitor: '',
    };
    await saveLineItem(actor, { slotId, id: null, version: 1, settings, creative: number % 2 ? code : text });
  }
}
