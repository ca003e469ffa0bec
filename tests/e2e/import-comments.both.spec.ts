import { disqusFile, disqusPost, disqusThread, disqusXml } from '../factories/disqus';
import { expect, test } from './site';

test('an owner finds out what can be imported, and adds comments of Disqus to a post on a phone', async ({
  page,
  context,
  site,
}) => {
  test.slow();
  const { createPost } = await import('../factories/posts');
  const { slug } = await createPost({ slug: 'the-groyne', title: 'The groyne' });
  await page.setViewportSize({ width: 360, height: 740 });
  await site.signIn(context, 'owner');
  await page.goto(`${site.url}/admin/import`);
  const field = page.getByLabel('Export', { exact: true });
  await expect(field).toHaveAccessibleDescription(
    /^Files of WordPress, .*Masthead, .*Disqus, .* or RSS\/Atom\/JSON feed, as they are or in an archive\./,
  );
  await expect(page.getByText('In Disqus Admin, choose Community, then Export')).toBeHidden();
  await page.getByText('Where to find the export').click();
  await expect(page.getByText('In Disqus Admin, choose Community, then Export')).toBeVisible();
  const summary = await page.getByText('Where to find the export').boundingBox();
  expect(summary!.height).toBeGreaterThanOrEqual(44);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360);

  await field.setInputFiles(
    disqusFile(
      disqusXml(
        disqusThread('1', { link: `https://old.example/${slug}/` }),
        disqusThread('2', { link: 'https://old.example/gone', title: 'Gone' }),
        disqusPost('11', '1', { name: 'Vera Malm', message: '<p>It was longer once.</p>' }),
        disqusPost('12', '1', { spam: true, message: 'Buy groynes' }),
        disqusPost('21', '2'),
      ),
    ),
  );
  await page.getByRole('button', { name: 'Preview import' }).click();
  await expect(page.getByRole('row', { name: 'Comments 1', exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText('1 page of the export with 1 comment has no post on this site.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'thread “Gone”' })).toContainText(
    'No post here has the address https://old.example/gone, so its comments (1) were not imported.',
  );

  await page.getByRole('button', { name: 'Import now' }).click();
  await expect(page.getByRole('button', { name: 'Undo this import' })).toBeVisible({ timeout: 90_000 });
  const report = page.url();
  await expect
    .poll(async () => (await page.request.get(`${site.url}/${slug}`)).text())
    .toContain('It was longer once.');
  await page.goto(`${site.url}/${slug}`);
  await expect(page.getByText('Vera Malm', { exact: true })).toBeVisible();
  expect(await page.content()).not.toMatch(/Buy groynes|secret\.example|198\.51\.100/);

  await page.goto(report);
  await page.getByRole('button', { name: 'Undo this import' }).click();
  const question = page.getByRole('alertdialog', { name: /^Undo the import of / });
  await question.getByRole('button', { name: 'Undo this import' }).click();
  await expect(page.getByText(/^This import was undone\. Removed 1 comment/)).toBeVisible();
});
