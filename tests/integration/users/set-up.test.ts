import { beforeEach, describe, expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { getSettings } from '@/lib/settings/queries';
import { announceSetUp, setUp, setUpForm, setUpState } from '@/lib/setup/first-start';

const answers = {
  siteName: 'Harbour News',
  tagline: '',
  language: 'de-AT',
  timeZone: 'Europe/Vienna',
  name: 'Olga Ritter',
  email: 'olga@example.test',
  password: 'tide tables for breakfast',
};

async function freshLink() {
  const [line = ''] = await announceSetUp();
  return new URL(line.slice(line.indexOf('http'))).searchParams.get('token') ?? '';
}

beforeEach(async () => {
  await db.user.deleteMany();
  await db.token.deleteMany();
});

describe('the first start', () => {
  test('the printed link makes the owner and the settings, then closes for ever', async () => {
    const token = await freshLink();
    expect(await setUpState(token)).toBe('open');
    const { id } = await setUp({ token, ...answers });

    expect(await db.user.findUniqueOrThrow({ where: { id } })).toMatchObject({
      role: 'owner',
      email: 'olga@example.test',
      emailVerifiedAt: expect.any(Date),
    });
    expect(await getSettings()).toMatchObject({
      siteName: 'Harbour News',
      language: 'de-AT',
      timeZone: 'Europe/Vienna',
    });
    expect(await announceSetUp()).toEqual([]);
    expect(await setUpState(token)).toBe('closed');
    await expect(setUp({ token, ...answers, email: 'eve@example.test' })).rejects.toMatchObject({ code: 'gone' });
    expect(await db.user.count()).toBe(1);
  });

  test('the site’s language is one that readers can be addressed in', () => {
    const wrong = setUpForm.safeParse({ token: 'x', ...answers, language: 'nb' });
    expect(wrong.error?.issues.map(({ path }) => path[0])).toEqual(['language']);
    expect(setUpForm.safeParse({ token: 'x', ...answers }).success).toBe(true);
  });

  test('of several simultaneous requests one becomes the owner', async () => {
    const token = await freshLink();
    const all = await Promise.allSettled(
      ['olga', 'otto', 'ida'].map((who) => setUp({ token, ...answers, email: `${who}@example.test` })),
    );
    expect(all.filter((one) => one.status === 'fulfilled')).toHaveLength(1);
    expect(await db.user.count()).toBe(1);
  });

  test('each start replaces the link; older ones, and guesses, open nothing', async () => {
    const [first, second] = [await freshLink(), await freshLink()];
    expect(await setUpState(first)).toBe('wrong-link');
    await expect(setUp({ token: first, ...answers })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(setUp({ token: '', ...answers })).rejects.toMatchObject({ code: 'forbidden' });
    expect(await setUpState(second)).toBe('open');
    expect(await db.user.count()).toBe(0);
  });

  test('a weak password uses nothing up', async () => {
    const token = await freshLink();
    await expect(setUp({ token, ...answers, password: 'olgaritter' })).rejects.toMatchObject({ code: 'invalid' });
    expect(await setUpState(token)).toBe('open');
  });

  test('imported users do not close it', async () => {
    await db.user.create({
      data: { id: 'imported', name: 'Old Author', slug: 'old-author', avatarSeed: 'x', createdAt: new Date() },
    });
    expect(await setUpState(await freshLink())).toBe('open');
  });
});
