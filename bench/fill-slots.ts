// Fills every slot of the site in DATA_DIR with pasted code.
import { newId } from '@/lib/platform/ids';
import { createUserByHand } from '@/lib/users/admin-cli';
import { saveSlot } from '@/lib/slots/saving';
import { placements } from '@/lib/slots/placements';
import { findSlot } from '@/lib/slots/queries';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { disconnect, readDb } from '@/lib/database/db';

const { id } = await createUserByHand({ email: 'slots@example.test', name: 'Slots', role: 'ads' }, null);
const actor = { id, name: 'Slots', role: 'ads', sessionId: newId(), emailVerified: true } as const;
await createDefaultSlots();
for (const placement of placements) {
  const row = await readDb.slot.findFirstOrThrow({ where: { placement }, select: { id: true } });
  const slot = await findSlot(row.id);
  if (!slot?.isReadable) continue;
  const { width, height, mobileWidth, mobileHeight, label, position, rules } = slot;
  await saveSlot(actor, {
    id: slot.id,
    version: slot.version,
    settings: { width, height, mobileWidth, mobileHeight, label, position, rules },
    creative: {
      kind: 'code',
      isolation: 'sandboxed',
      code: '<p style="font:16px sans-serif">Fresh herring</p>',
      startsAt: null,
      endsAt: null,
    },
  });
}
await disconnect();
