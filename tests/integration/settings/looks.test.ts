import { beforeEach, expect, test } from 'vitest';
import { AppError } from '@/lib/platform/errors';
import { looksOf } from '@/lib/settings/looks';
import { changeLooks, formerLooksOf, saveOwnCss, tryOwnCss, undoLooks } from '@/lib/settings/looks-changing';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { defaultSettings } from '@/lib/settings/settings';
import { madeStaleBy } from '../../factories/stale-tags';
import { actorWith } from '../../factories/users';

const confirmed = async () => {};
const refused = async () => {
  throw new AppError('invalid', 'Enter your password.');
};

beforeEach(async () => {
  await storeSettings({ ...looksOf(defaultSettings), formerLooks: '', ownCssDraft: '' });
});

test('changed looks make every page anew, and are undone and put forth again', async () => {
  const admin = await actorWith('admin');
  let changed: string[] = [];
  const { tags } = await madeStaleBy(async () => {
    changed = await changeLooks(admin, { frontLayout: 'cards', accentColour: '#112233' });
  });
  expect(tags).toContain('site');
  expect(changed.toSorted()).toEqual(['accentColour', 'frontLayout']);
  expect(await changeLooks(admin, { frontLayout: 'cards' })).toEqual([]);

  await undoLooks(admin);
  expect(looksOf(await getSettings())).toEqual(looksOf(defaultSettings));
  await undoLooks(admin);
  expect(await getSettings()).toMatchObject({ frontLayout: 'cards', accentColour: '#112233' });
});

test('without a change there is nothing to undo', async () => {
  expect(formerLooksOf(await getSettings())).toBe(null);
  await expect(undoLooks(await actorWith('owner'))).rejects.toMatchObject({ code: 'invalid' });
});

test('who leaves the colour of the hue as the form shows it goes on with the hue', async () => {
  const { accentColourOf } = await import('@/lib/settings/accent');
  const owner = await actorWith('owner');
  const shown = accentColourOf(await getSettings());

  expect(await changeLooks(owner, { accentColour: shown, paper: 'cool' })).toEqual(['paper']);
  expect((await getSettings()).accentColour).toBe('');
});

test('only those who may change settings change looks', async () => {
  const editor = await actorWith('editor');
  await expect(changeLooks(editor, { paper: 'cool' })).rejects.toMatchObject({ code: 'forbidden' });
  await expect(undoLooks(editor)).rejects.toMatchObject({ code: 'forbidden' });
  expect((await getSettings()).paper).toBe('warm');
});

test('only owners save CSS, with their password, and it may be tried without', async () => {
  const [owner, admin] = [await actorWith('owner'), await actorWith('admin')];
  const css = '.post { color: red }';
  await expect(saveOwnCss(admin, css, confirmed)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(tryOwnCss(admin, css)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(saveOwnCss(owner, css, refused)).rejects.toMatchObject({ code: 'invalid' });
  expect(await getSettings()).toMatchObject({ ownCss: '', ownCssDraft: '' });

  const { tags } = await madeStaleBy(() => tryOwnCss(owner, css));
  expect(tags).toEqual([]);
  expect(await getSettings()).toMatchObject({ ownCss: '', ownCssDraft: css });
  expect(await saveOwnCss(owner, css, confirmed)).toEqual(['ownCss']);
  expect(await getSettings()).toMatchObject({ ownCss: css, ownCssDraft: '' });
  // To do without it takes no password.
  expect(await saveOwnCss(owner, '', refused)).toEqual(['ownCss']);
});

test('what is no CSS is refused beside its field, and neither saved nor shown', async () => {
  const owner = await actorWith('owner');
  for (const css of ['hello', '@import "x.css";', '.a { background: url(https://evil.example/x) }']) {
    for (const attempt of [() => saveOwnCss(owner, css, confirmed), () => tryOwnCss(owner, css)]) {
      await expect(attempt()).rejects.toMatchObject({ fields: { ownCss: expect.any(String) as string } });
    }
  }
  expect(await getSettings()).toMatchObject({ ownCss: '', ownCssDraft: '' });
});
