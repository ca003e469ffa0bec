import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { readPreview, signPreview } from '@/lib/slots/preview-link';
import { saveSlot, switchSlot } from '@/lib/slots/saving';
import { storePreview, restoreVersion } from '@/lib/slots/versions';
import { findFrameCode, findSlot, listSlots, listVersions } from '@/lib/slots/queries';
import { placements } from '@/lib/slots/placements';
import { planSlots } from '@/lib/slots/placement-rules';
import { createDefaultSlots } from '@/lib/slots/default-slots';
import { defaultSlotSettings } from '@/lib/slots/slot';
import { always, codeDraft, fillSlot, textDraft } from '../../factories/slots';
import { actorWith } from '../../factories/users';

const messy = '\uFEFF<!-- “x” --><div>\r\n<script>var s = "<\\/script>";</script> [timestamp]';

const HOUR_MS = 60 * 60 * 1000;

test('a new site has one empty slot for every shipped place, however often it starts', async () => {
  await Promise.all([createDefaultSlots(), createDefaultSlots()]);
  await createDefaultSlots();

  const slots = await listSlots();
  expect(slots.map((slot) => slot.placement)).toEqual([...placements]);
  expect(slots.every((slot) => slot.enabled && slot.creative === null)).toBe(true);
});

test('what was changed about a slot outlives the next start', async () => {
  const { id } = await fillSlot('header', codeDraft('<b>1</b>'), { settings: { width: 970 } });
  await createDefaultSlots();

  expect(await findSlot(id)).toMatchObject({ width: 970, creative: { kind: 'code' } });
});

test('stores pasted code byte for byte, and serves it at its frame’s address alone', async () => {
  const { id } = await fillSlot('in-article', codeDraft(messy));
  const slot = await findSlot(id);
  const [creativeId, hash] = [slot?.creative?.id ?? '', slot?.creative?.frame.slice(-16) ?? ''];

  expect(await findFrameCode(creativeId, hash)).toMatchObject({ code: messy });
  expect(await findFrameCode(creativeId, '0'.repeat(16))).toBeNull();
  expect(await findFrameCode(creativeId, '')).toBeNull();
});

test('the pages never carry the code itself', async () => {
  await fillSlot('in-article', codeDraft('<b>secret-sauce</b>'));

  expect(JSON.stringify(await listSlots())).not.toContain('secret-sauce');
});

test('new content is a new version; the same content is not; the old row never changes', async () => {
  const { id } = await fillSlot('footer', codeDraft('<b>1</b>'));
  const first = await findSlot(id);
  const before = await db.creative.findUnique({ where: { id: first?.creative?.id ?? '' } });

  await fillSlot('footer', textDraft());
  await fillSlot('footer', textDraft());
  await fillSlot('footer', codeDraft('<b>1</b>'));

  expect((await listVersions(id)).map((version) => version.kind)).toEqual(['text', 'code']);
  expect((await findSlot(id))?.creative?.id).toBe(first?.creative?.id);
  expect(await db.creative.findUnique({ where: { id: before?.id ?? '' } })).toEqual(before);
});

test('going back to an earlier version moves the pointer and is in the log', async () => {
  const actor = await actorWith('ads');
  const { id, creativeId } = await fillSlot('post-end', codeDraft('<b>1</b>'), { actor });
  await fillSlot('post-end', codeDraft('<b>2</b>'), { actor });

  await restoreVersion(actor, { slotId: id, creativeId: creativeId ?? '' });

  expect((await findSlot(id))?.creative).toMatchObject({ id: creativeId, version: 1 });
  const entries = await db.auditEntry.findMany({ where: { subjectId: id }, orderBy: { createdAt: 'asc' } });
  expect(entries.map((entry) => entry.action)).toEqual(['slot.save', 'slot.save', 'slot.restore']);
  expect(entries.every((entry) => entry.actorId === actor.id && !entry.data.includes('<b>'))).toBe(true);
});

test('a version of one slot cannot be shown in another', async () => {
  const { creativeId } = await fillSlot('header', codeDraft('<b>header</b>'));
  const other = await fillSlot('sidebar', null);

  const attempt = restoreVersion(await actorWith('ads'), { slotId: other.id, creativeId: creativeId ?? '' });

  await expect(attempt).rejects.toMatchObject({ code: 'not_found' });
  expect((await findSlot(other.id))?.creative).toBeNull();
});

test('a preview keeps a version without showing it', async () => {
  const { id } = await fillSlot('list', textDraft());
  const stored = await storePreview(await actorWith('ads'), { slotId: id, creative: codeDraft('<b>soon</b>') });

  const slot = await findSlot(id);
  expect(slot?.creative?.kind).toBe('text');
  expect((await listVersions(id)).map((version) => version.id)).toContain(stored.id);
});

test('when two users edit one slot at once, the second gets a conflict and nothing is overwritten', async () => {
  const { id } = await fillSlot('comments', textDraft({ headline: 'First' }));
  const version = (await findSlot(id))?.version ?? 0;
  const save = async (headline: string) =>
    saveSlot(await actorWith('ads'), {
      id,
      version,
      settings: defaultSlotSettings('comments'),
      creative: textDraft({ headline }),
    });

  const outcomes = await Promise.allSettled([save('Second'), save('Third')]);

  expect(outcomes.map((outcome) => outcome.status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(outcomes.find((outcome) => outcome.status === 'rejected')).toMatchObject({ reason: { code: 'conflict' } });
});

test.each(['reader', 'author', 'editor', 'moderator'] as const)('%s may not touch a slot', async (role) => {
  const { id, creativeId } = await fillSlot('header', textDraft());
  const before = await db.slot.findUnique({ where: { id } });
  const actor = await actorWith(role);
  const attempts = [
    saveSlot(actor, { id, version: before?.version ?? 0, settings: defaultSlotSettings('header'), creative: null }),
    storePreview(actor, { slotId: id, creative: textDraft({ headline: 'Mine' }) }),
    restoreVersion(actor, { slotId: id, creativeId: creativeId ?? '' }),
    switchSlot(actor, { slotId: id, enabled: false }),
  ];

  for (const attempt of attempts) await expect(attempt).rejects.toMatchObject({ code: 'forbidden' });
  expect(await db.slot.findUnique({ where: { id } })).toEqual(before);
});

test.each(['owner', 'admin', 'ads'] as const)('%s may', async (role) => {
  const { id } = await fillSlot('header', textDraft(), { actor: await actorWith(role) });

  await switchSlot(await actorWith(role), { slotId: id, enabled: false });

  expect((await findSlot(id))?.enabled).toBe(false);
});

test.each([
  ['code', { kind: 'code' as const, isolation: 'sandboxed' as const, code: ' \n', ...always }, 'code'],
  ['code', { kind: 'code' as const, isolation: 'sandboxed' as const, code: 'é'.repeat(60_000), ...always }, 'code'],
  ['code', { kind: 'code' as const, isolation: 'sandboxed' as const, code: 'a\u0000b', ...always }, 'code'],
  ['a link', { ...textDraft(), linkUrl: 'javascript:alert(1)' }, 'linkUrl'],
  ['a link', { ...textDraft(), linkUrl: 'chandler.example' }, 'linkUrl'],
  ['an image', { kind: 'image' as const, mediaId: 'none', alt: 'A', linkUrl: 'https://a.example', ...always }, 'image'],
  ['dates', { ...textDraft(), startsAt: new Date(2), endsAt: new Date(1) }, 'endsAt'],
])('%s that cannot work is refused with a sentence at its field', async (_, creative, field) => {
  const attempt = fillSlot('header', creative);

  const error = (await attempt.catch((reason: unknown) => reason)) as { code: string; fields: Record<string, string> };
  expect(error.code).toBe('invalid');
  expect(error.fields[field]).toMatch(/\w+ .*\.$/);
});

test.each([
  [{ width: -1 }, 'width'],
  [{ mobileHeight: 2_001 }, 'mobileHeight'],
  [{ height: Number.NaN }, 'height'],
])('a size of %o is refused', async (settings, field) => {
  const attempt = fillSlot('header', textDraft(), { settings });

  await expect(attempt).rejects.toMatchObject({ code: 'invalid', fields: { [field]: expect.any(String) as string } });
});

test('a slot whose stored rules cannot be read is on no page, loses nothing, and is repaired by saving it', async () => {
  const rules = { ...defaultSlotSettings('footer').rules, notTags: ['politics'] };
  const { id } = await fillSlot('footer', textDraft(), { settings: { rules } });
  const stored = JSON.stringify({ ...rules, minimumWords: -1 });
  await db.slot.update({ where: { id }, data: { rules: stored } });

  const slots = await listSlots();
  const slot = slots.find((each) => each.id === id)!;
  expect(slot).toMatchObject({ isReadable: false, problems: ['minimumWords'], remains: { rules: { pages: [] } } });
  expect(planSlots(slots, { type: 'home' }, new Date()).footer).toEqual([]);
  expect(slot).not.toHaveProperty('rules');
  await switchSlot(await actorWith('ads'), { slotId: id, enabled: true });
  expect(await db.slot.findUnique({ where: { id }, select: { rules: true } })).toEqual({ rules: stored });

  const { version, isReadable } = (await findSlot(id))!;
  expect(isReadable).toBe(false);
  const settings = { ...defaultSlotSettings('footer'), rules };
  await saveSlot(await actorWith('ads'), { id, version, settings, creative: textDraft() });
  expect(await findSlot(id)).toMatchObject({ isReadable: true, rules: { notTags: ['politics'] } });
});

test('pasted code is sandboxed and everything else is inline, as it is stored and as it is read', async () => {
  const { id } = await fillSlot('header', codeDraft('<b>1</b>'));
  expect((await findSlot(id))?.creative).toMatchObject({ kind: 'code', isolation: 'sandboxed' });

  await fillSlot('header', textDraft());
  expect((await findSlot(id))?.creative).toMatchObject({ kind: 'text', isolation: 'inline' });
  const rows = await db.creative.findMany({ where: { slotId: id } });
  expect(new Set(rows.map(({ kind, level }) => `${kind} ${level}`))).toEqual(new Set(['code 1', 'text 0']));
});

test('an address of a preview shows what was signed, for a day, and nothing once a letter of it differs', () => {
  const preview = { slotId: 'a', creativeId: null, settings: defaultSlotSettings('header') };
  const now = Date.now();
  const token = signPreview(preview, now);
  expect(readPreview(token, now + 23 * HOUR_MS)).toMatchObject(preview);
  expect(readPreview(token, now + 25 * HOUR_MS)).toBeNull();

  const [payload = '', signature = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...preview, slotId: 'b', expiresAt: now + HOUR_MS })).toString(
    'base64url',
  );
  const otherSignature = signature.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
  const forgeries = [
    `${forged}.${signature}`,
    `${payload}.${signature.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
    `${payload}.${otherSignature}`,
    `${payload}.`,
    payload,
    '.',
    '',
    `${payload}.${'ä'.repeat(21)}x`,
  ];
  expect(forgeries.map((one) => readPreview(one, now))).toEqual(forgeries.map(() => null));
});

test('the consent that code needs is as chosen, or as its network is known to need it', async () => {
  const adsense = '<ins class="adsbygoogle" data-ad-client="ca-pub-1234567890123456"></ins>';
  const shown = async (code: string, consent?: 'none' | 'functional' | 'advertising') => {
    const { id, creativeVersion } = await fillSlot('footer', codeDraft(code, 'sandboxed', consent));
    return [(await findSlot(id))?.creative?.consent, creativeVersion];
  };
  const [, first] = await shown('<script src="https://network.example/a.js"></script>');
  const next = (steps: number) => Number(first) + steps;
  expect(await shown('<script src="https://network.example/a.js"></script>', 'functional')).toEqual([
    'functional',
    next(1),
  ]);
  expect(await shown('<script src="https://network.example/a.js"></script>')).toEqual(['advertising', next(0)]);
  expect(await shown('<b>Ropes</b>')).toEqual(['none', next(2)]);
  const attempt = fillSlot('footer', codeDraft(adsense, 'sandboxed', 'whatever' as 'none'));
  await expect(attempt).rejects.toMatchObject({ code: 'invalid' });
});
