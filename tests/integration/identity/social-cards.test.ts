import { readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawCard } from '@/lib/identity/card-drawer';
import { drawnCard, removeStrayCards } from '@/lib/identity/drawing';
import { CARD_SIZE, type Card } from '@/lib/identity/social-card';
import { families, type FamilyName } from '@/lib/settings/fonts';
import { db } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { createPost } from '../../factories/posts';

const card: Card = { title: 'Late tide', site: 'The Quay', by: 'Ida Brandt', accent: '#8f2a2a', font: 'source' };
const folder = () => join(env().dataDir, 'cards');
const filesOf = (postId: string) => readdirSync(folder()).filter((name) => name.startsWith(`${postId}-`));

/** The colours in a part of a card: more than the paper's where something is written. */
async function coloursIn(bytes: Buffer, area: { left: number; top: number; width: number; height: number }) {
  const { data } = await sharp(bytes).removeAlpha().extract(area).raw().toBuffer({ resolveWithObject: true });
  return new Set(Array.from({ length: data.length / 3 }, (_, n) => data.subarray(n * 3, n * 3 + 3).toString('hex')))
    .size;
}

/** The ids of the processes that this one has started and that draw cards. */
function listDrawers() {
  const tasks = readdirSync('/proc/self/task');
  const pids = tasks.flatMap((task) => readFileSync(`/proc/self/task/${task}/children`, 'utf8').trim().split(' '));
  return pids.filter((pid) => pid && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('card-process'));
}

test('a card is a picture of the size that other sites expect, with title, site and author on it', async () => {
  const bytes = await drawnCard('p1', card);

  const { width, height, format } = await sharp(bytes).metadata();
  expect({ width, height, format }).toEqual({ width: 1200, height: 630, format: 'png' });
  expect(await coloursIn(bytes, { left: 72, top: 80, width: 1056, height: 90 })).toBeGreaterThan(2);
  expect(await coloursIn(bytes, { left: 72, top: 530, width: 300, height: 60 })).toBeGreaterThan(2);
  expect(await coloursIn(bytes, { left: 830, top: 530, width: 300, height: 60 })).toBeGreaterThan(2);
  expect(await coloursIn(bytes, { left: 0, top: 40, width: 60, height: 580 })).toBe(1);
});

test('one version is drawn once, asked for together or again, and a new one replaces it', async () => {
  const [first, second] = await Promise.all([drawnCard('p2', card), drawnCard('p2', card)]);
  expect(first).toBe(second);
  const [file = ''] = filesOf('p2');
  const { mtimeMs } = statSync(join(folder(), file));

  expect((await drawnCard('p2', card)).equals(first)).toBe(true);
  expect(statSync(join(folder(), file)).mtimeMs).toBe(mtimeMs);

  await drawnCard('p2', { ...card, title: 'Later tide' });
  expect(filesOf('p2')).toHaveLength(1);
  expect(filesOf('p2')).not.toContain(file);
});

test('the longest titles and other alphabets are drawn', async () => {
  const long = await drawnCard('p3', { ...card, title: 'a'.repeat(300) });
  expect(await coloursIn(long, { left: 1140, top: 60, width: 60, height: 560 })).toBe(1);
  const mixed = { ...card, title: 'Гавань, Łódź, Ελλάδα, Việt Nam', by: 'Zoë Ångström' };
  expect((await sharp(await drawnCard('p4', mixed)).metadata()).width).toBe(1200);
});

test('a card is in the font of the site’s titles, and what that font lacks is still written', async () => {
  const drawn: Buffer[] = [];
  for (const font of Object.keys(families) as FamilyName[]) drawn.push(await drawnCard('p8', { ...card, font }));
  expect(new Set(drawn.map((bytes) => bytes.toString('base64'))).size).toBe(drawn.length);

  for (const font of Object.keys(families) as FamilyName[]) {
    // Boxes instead of letters would be the same for both.
    const [harbour, sea] = [
      await drawnCard('p9', { ...card, title: 'ΛΙΜΗΝ', font }),
      await drawnCard('p9', { ...card, title: 'ΘΗΜΩΝ', font }),
    ];
    expect(harbour.equals(sea)).toBe(false);
  }
});

test('the card of a post that is no longer published is removed, and what a killed process left', async () => {
  const [kept, gone] = [await createPost(), await createPost()];
  await Promise.all([drawnCard(kept.id, card), drawnCard(gone.id, card)]);
  await db.post.update({ where: { id: gone.id }, data: { status: 'draft' } });
  const [young, old] = [join(folder(), '.young.png'), join(folder(), '.old.png')];
  for (const path of [young, old]) writeFileSync(path, '');
  utimesSync(old, new Date(0), new Date(0));

  await removeStrayCards();

  expect(filesOf(kept.id)).toHaveLength(1);
  expect(filesOf(gone.id)).toEqual([]);
  expect(readdirSync(folder()).filter((name) => name.startsWith('.'))).toEqual(['.young.png']);
});

test('cards that come together are drawn by one process, and a card that cannot be drawn spoils no other', async () => {
  const [first, second] = await Promise.all([drawnCard('p5', card), drawnCard('p6', { ...card, by: 'Olga' })]);
  expect(first.equals(second)).toBe(false);
  const [drawer, ...others] = listDrawers();
  expect(others).toEqual([]);

  await drawnCard('p5', { ...card, title: 'Later tide' });
  expect(listDrawers()).toEqual([drawer]);

  const unwritable = { card, output: join(folder(), 'no-folder', 'card.png'), ...CARD_SIZE };
  await expect(drawCard(unwritable)).rejects.toThrow('The card could not be drawn');
  expect((await sharp(await drawnCard('p7', card)).metadata()).width).toBe(CARD_SIZE.width);
});
