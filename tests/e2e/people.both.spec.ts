import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { expect, test } from './site';

test('the posts of an author are given to another, whose page the old address leads to, and taken back', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const [from, into] = [
    await createUser({ name: 'Wim Dorn', role: 'author', slug: 'wim' }),
    await createUser({ name: 'Ada Fennimore', role: 'editor', slug: 'ada' }),
  ];
  const { id: postId } = await createPost({ title: 'Ropes and knots' });
  await db.postAuthor.create({ data: { postId, userId: from.id, position: 0 } });
  await site.refresh(['site', 'list']);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${from.id}`);
  const section = page.getByRole('region', { name: 'Posts and pages', exact: true });
  const question = page.getByRole('alertdialog');
  await section.getByLabel('Give all to').fill('Nobody here');
  await section.getByRole('button', { name: 'Give posts' }).click();
  await question.getByRole('button', { name: 'Give posts' }).click();
  await expect(section.getByText('Nobody has this name').first()).toBeVisible();
  await section.getByLabel('Give all to').fill('Ada Fennimore');
  await section.getByRole('button', { name: 'Give posts' }).click();
  await question.getByRole('button', { name: 'Give posts' }).click();
  await expect(page.getByText('Their posts are Ada Fennimore’s now')).toBeVisible();
  await page.goto(`${site.url}/author/wim`);
  await expect(page).toHaveURL(`${site.url}/author/ada`);
  await expect(page.getByRole('link', { name: 'Ropes and knots' })).toBeVisible();

  await page.goto(`${site.url}/admin/users/${from.id}`);
  await section.getByRole('button', { name: 'Take back what was given to Ada Fennimore' }).click();
  await expect(page.getByText('The posts are Wim Dorn’s again.')).toBeVisible();
  await page.goto(`${site.url}/author/wim`);
  await expect(page).toHaveURL(`${site.url}/author/wim`);
  expect(await db.postAuthor.findMany({ where: { postId }, select: { userId: true } })).toEqual([{ userId: from.id }]);
  expect(into.slug).toBe('ada');
});

test('a profile is edited, and the author page moves', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const user = await createUser({ name: 'Til Okonkwo', role: 'author', slug: 'til' });
  const { id: postId } = await createPost();
  await db.postAuthor.create({ data: { postId, userId: user.id, position: 0 } });
  await site.refresh(['site', 'list']);
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${user.id}`);
  const profile = page.getByRole('region', { name: 'Profile', exact: true });
  await profile.getByLabel('URL slug').fill('Til O');
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(profile.getByText('Try "til-o"').first()).toBeVisible();
  await profile.getByLabel('URL slug').fill('til-okonkwo');
  await profile.getByLabel('Biography').fill('Writes of knots.');
  await profile.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The profile of Til Okonkwo is saved.')).toBeVisible();
  await page.goto(`${site.url}/author/til`);
  await expect(page).toHaveURL(`${site.url}/author/til-okonkwo`);
  await expect(page.getByText('Writes of knots.')).toBeVisible();
});

test('a user is removed only after a question, and kept again within a day', async ({ page, context, site }) => {
  const { db } = await import('@/lib/database/db');
  const user = await createUser({ name: 'Ole Petersen', role: 'author' });
  const { id: postId } = await createPost();
  await db.postAuthor.create({ data: { postId, userId: user.id, position: 0 } });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/users/${user.id}`);
  await page.getByLabel('Their posts and pages').selectOption('Move them to trash');
  await page.getByRole('button', { name: 'Remove user' }).click();
  await page
    .getByRole('alertdialog', { name: 'Remove Ole Petersen?' })
    .getByRole('button', { name: 'Remove user' })
    .click();
  await expect(page.getByText('The posts are in the trash.')).toBeVisible();
  await expect(page.getByRole('heading', { name: 'About to be deleted' })).toBeVisible();
  expect((await db.post.findUniqueOrThrow({ where: { id: postId } })).status).toBe('trashed');
  await page.getByRole('button', { name: 'Keep the account' }).click();
  await expect(page.getByText('The account of Ole Petersen is kept.')).toBeVisible();
  expect(await db.user.findUniqueOrThrow({ where: { id: user.id } })).toMatchObject({
    deletesAt: null,
    bannedAt: null,
  });
});

test('who invites a user reads what each role may do', async ({ page, context, site }) => {
  await site.signIn(context, 'admin');
  await page.goto(`${site.url}/admin/users/invite`);
  const offered = page.getByLabel('Role').getByRole('option');
  await expect(offered.filter({ hasText: 'Contributor — drafts that others publish' })).toHaveCount(1);
  await expect(offered.filter({ hasText: 'Moderator — comments only' })).toHaveCount(1);
  await expect(offered.filter({ hasText: 'Owner —' })).toHaveCount(0);
});

test('users are sorted by the headings of the table, and suspended and given roles together', async ({
  page,
  context,
  site,
}) => {
  const { db } = await import('@/lib/database/db');
  const people = [];
  for (const name of ['Zoe Moor', 'Zacharias Kai']) people.push(await createUser({ name, role: 'reader' }));
  await site.signIn(context, 'owner', 'Abel Owner');
  await page.goto(`${site.url}/admin/users`);
  const heading = page.getByRole('columnheader', { name: 'Name' });
  await expect(page.getByRole('columnheader', { name: 'Joined' })).toHaveAttribute('aria-sort', 'descending');
  await heading.getByRole('link').click();
  await expect(heading).toHaveAttribute('aria-sort', 'ascending');
  await heading.getByRole('link').click();
  await expect(heading).toHaveAttribute('aria-sort', 'descending');
  await expect(page.locator('.rows .row__title').first()).toHaveText('Zoe Moor');

  await page.goto(`${site.url}/admin/users?role=reader&sort=name`);
  for (const { name } of people) await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  await page.getByLabel('New role').selectOption('author');
  await page.getByRole('button', { name: 'Change role' }).click();
  await expect(page.getByText('Roles changed: 2.')).toBeVisible();
  const ids = people.map(({ id }) => id);
  expect(await db.user.count({ where: { id: { in: ids }, role: 'author' } })).toBe(2);

  await page.goto(`${site.url}/admin/users?role=author&sort=name`);
  for (const { name } of people) await page.getByRole('checkbox', { name: `Select “${name}”` }).check();
  await page.getByRole('button', { name: 'Suspend', exact: true }).click();
  await expect(page.getByText('Users suspended: 2.')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('Suspensions lifted: 2.')).toBeVisible();
  expect(await db.user.count({ where: { id: { in: ids }, bannedAt: null } })).toBe(2);
});
