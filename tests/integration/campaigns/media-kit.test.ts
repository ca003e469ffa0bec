import { beforeEach, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { saveMediaKit } from '@/lib/media-kit/editing';
import { listOffers, readMediaKit } from '@/lib/media-kit/queries';
import { getSettings } from '@/lib/settings/queries';
import { createPost } from '../../factories/posts';
import { addLineItem, codeDraft, fillSlot, removeLineItems, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const window = { timeZone: 'Europe/Vienna', now: new Date('2026-11-28T12:30Z') };
const on = { mediaKit: true, mediaKitText: 'Sailors read us.', mediaKitContact: 'ida@example.org' };

beforeEach(async () => {
  await removeLineItems();
  await db.slotStatistic.deleteMany();
  await db.setting.deleteMany({ where: { key: { startsWith: 'mediaKit' } } });
});

async function count(slotId: string, creativeId: string, [period, bucket]: string[], counts: object) {
  const row = { slotId, creativeId, period: period ?? '', bucket: bucket ?? '', device: 'mobile', eligible: 0 };
  await db.slotStatistic.create({ data: { ...row, served: 0, viewable: 0, clicks: 0, ...counts } });
}

test('there is no media kit until somebody writes one, and no slot is for sale until it is marked', async () => {
  await fillSlot('header', textDraft());
  expect(await getSettings()).toMatchObject({ mediaKit: false, mediaKitText: '', mediaKitContact: '' });
  expect((await readMediaKit(window)).slots).toEqual([]);

  const actor = await actorWith('ads');
  expect(await saveMediaKit(actor, { ...on, slotIds: ['header-slot', 'gone'] })).toEqual({ offered: 1 });

  expect(await getSettings()).toMatchObject(on);
  expect((await listOffers()).filter(({ forSale }) => forSale)).toMatchObject([{ id: 'header-slot', name: 'Header' }]);
  expect((await readMediaKit(window)).slots).toMatchObject([
    { name: 'Header', rates: { impressions: null, viewable: null, clicks: null } },
  ]);
  expect(await saveMediaKit(actor, { ...on, mediaKit: false, slotIds: [] })).toEqual({ offered: 0 });
  expect((await readMediaKit(window)).slots).toEqual([]);
});

test('its figures are those of the last 28 days that are over, by the clock of the site', async () => {
  const { id: slotId, creativeId } = await fillSlot('header', textDraft());
  const code = await addLineItem('header', codeDraft('<b>2</b>'));
  const codeId = (await db.lineItem.findUniqueOrThrow({ where: { id: code.id } })).creativeId ?? '';
  await saveMediaKit(await actorWith('ads'), { ...on, slotIds: [slotId] });
  await count(slotId, creativeId ?? '', ['day', '2026-10-31'], { served: 1_000, viewable: 500, clicks: 4 });
  await count(slotId, creativeId ?? '', ['day', '2026-10-30'], { served: 10_000 });
  await count(slotId, creativeId ?? '', ['month', '2026-11'], { served: 10_000 });
  await count(slotId, codeId, ['hour', '2026-11-27T22'], { served: 1_000, viewable: 1_000, clicks: 900 });
  await count(slotId, codeId, ['hour', '2026-11-27T23'], { served: 10_000 });
  await count('footer-slot', 'other', ['day', '2026-11-05'], { served: 10_000 });

  const { slots, from, until } = await readMediaKit(window);

  expect([from, until]).toEqual(['2026-10-31', '2026-11-27']);
  expect(slots[0]?.rates).toEqual({ impressions: 2_000, viewable: 0.75, clicks: 0.004 });
});

test('a media kit without a contact, or at the address of a post, is refused, and nothing changes', async () => {
  const actor = await actorWith('ads');
  const nobody = saveMediaKit(actor, { ...on, mediaKitContact: ' ', slotIds: ['header-slot'] });
  await expect(nobody).rejects.toMatchObject({ fields: { mediaKitContact: /Enter how advertisers reach you/ } });
  const { id } = await createPost({ slug: 'media-kit', title: 'Our own kit' });
  const taken = saveMediaKit(actor, { ...on, slotIds: ['header-slot'] });
  await expect(taken).rejects.toMatchObject({ fields: { mediaKit: /“Our own kit” has the address \/media-kit/ } });
  expect(await getSettings()).toMatchObject({ mediaKit: false });
  await db.post.delete({ where: { id } });
});

test('those who may not edit slots offer none', async () => {
  for (const role of ['reader', 'moderator', 'author', 'editor'] as const) {
    const save = saveMediaKit(await actorWith(role), { ...on, slotIds: [] });
    await expect(save).rejects.toMatchObject({ code: 'forbidden' });
  }
  expect(await getSettings()).toMatchObject({ mediaKit: false });
});
