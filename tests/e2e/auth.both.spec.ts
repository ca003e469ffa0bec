import type { Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { linkIn, readEmails } from '../factories/received-emails';
import { untilHydrated } from './hydrated';
import { expect, test, type Site } from './site';

const password = 'nets dry on the quay';

/** Waits for an e-mail with this subject. */
async function linkFor(site: Site, email: string, subject: string) {
  await expect
    .poll(async () => (await readEmails(site.dataDir, email).catch(() => [])).map((message) => message.subject), {
      timeout: 15_000,
    })
    .toContainEqual(expect.stringContaining(subject));
  const messages = await readEmails(site.dataDir, email);
  for (const { text } of messages) expect(text).toMatch(/^Hello[^\n]*,\n\n[A-Z]/);
  return site.url + linkIn(messages.findLast((message) => message.subject?.includes(subject)));
}

async function signIn(page: Page, site: Site, email: string, secret = password) {
  await page.goto(`${site.url}/signin?to=/account`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

test('sign up, confirm by e-mail, come back to the post, sign out, sign in', async ({
  page,
  site,
  browser,
  javaScriptEnabled,
}) => {
  const email = 'ida.brandt@example.test';
  const post = await createPost({ title: 'Fog over the mole' });
  await page.goto(`${site.url}/signup?to=/${post.slug}`);
  await page.getByLabel('Name').fill('Ida Brandt');
  await page.getByLabel('E-mail').fill('ida.brandt@');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Enter a valid e-mail address').first()).toBeVisible();
  await expect(page.getByLabel('Name')).toHaveValue('Ida Brandt');

  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText(`your address ${email} has to be confirmed`)).toBeVisible();
  await expect(page.getByText('This site has no mail server yet, so the e-mail was not sent.')).toBeVisible();

  const phone = await (await browser.newContext()).newPage();
  await phone.goto(await linkFor(site, email, 'Confirm your address'));
  await expect(phone.getByText('This account was created in another browser.')).toBeVisible();
  await phone.getByLabel('Password').fill(password);
  await phone.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(phone).toHaveURL(`${site.url}/${post.slug}`);
  await phone.goto(`${site.url}/signin/out`);
  await phone.getByRole('button', { name: 'Sign out' }).click();
  await expect(phone).toHaveURL(`${site.url}/`);
  await phone.context().close();

  await signIn(page, site, email, 'not the password');
  await expect(page.getByText('the password is wrong')).toBeVisible();
  await expect(page.getByLabel('E-mail')).toHaveValue(email);
  await page.getByLabel('Password').fill(password);
  if (javaScriptEnabled) await untilHydrated(page.locator('form', { has: page.getByLabel('Password') }));
  await page.getByRole('button', { name: 'Sign in' }).click();
  // A script could make a passkey, so one is offered.
  if (javaScriptEnabled) await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(`${site.url}/account`);
  await expect(page.getByRole('heading', { level: 1, name: 'Ida Brandt' })).toBeVisible();
});

test('a new account confirmed without a page to come back to lands on the account, which says so', async ({
  page,
  site,
}) => {
  await page.goto(`${site.url}/signup`);
  await page.getByLabel('Name').fill('Nora New');
  await page.getByLabel('E-mail').fill('nora.new@example.test');
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('Almost done')).toBeVisible();
  await page.goto(await linkFor(site, 'nora.new@example.test', 'Confirm your address'));
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
  await expect(page.getByText('Your e-mail address is confirmed, and you are signed in.')).toBeVisible();
});

test('a link by e-mail signs in once; a forgotten password is replaced', async ({ page, site, context }) => {
  const { email } = await site.signIn(context, 'reader', 'Otto Lind');
  await context.clearCookies();
  await page.goto(`${site.url}/signin/link?to=/account`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(
    page.getByText('has an account here, an e-mail was written with a link that signs you in'),
  ).toBeVisible();
  const link = await linkFor(site, email, 'Your link to sign in');
  await page.goto(link);
  await page.getByRole('button', { name: 'Sign me in' }).click();
  await expect(page).toHaveURL(`${site.url}/account`);
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(`${site.url}/`);
  await page.goto(link);
  await expect(page.getByText('has been used')).toBeVisible();

  await page.goto(`${site.url}/signin/forgot-password?to=/account`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('with a link that lets you choose a new password')).toBeVisible();
  await page.goto(await linkFor(site, email, 'A new password'));
  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save and sign in' }).click();
  await expect(page).toHaveURL(`${site.url}/account`);
});

test('an unknown address gets the same answer, and no e-mail', async ({ page, site }) => {
  await page.goto(`${site.url}/signin/forgot-password`);
  await page.getByLabel('E-mail').fill('nobody@example.test');
  await page.getByRole('button', { name: 'Send me the link' }).click();
  await expect(page.getByText('If nobody@example.test has an account here, an e-mail was written')).toBeVisible();
  expect(await readEmails(site.dataDir, 'nobody@example.test').catch(() => [])).toEqual([]);
});

test('redirects to other sites are refused', async ({ page, site, context }) => {
  await site.signIn(context, 'reader');
  await page.goto(`${site.url}/signin?to=//evil.example/`);
  await expect(page).toHaveURL(`${site.url}/`);
});

test('the account: another name, my data, deleted, and kept after all', async ({ page, site, context }) => {
  await site.signIn(context, 'reader', 'Ida Brandt');
  await page.goto(`${site.url}/account`);
  await page.getByLabel('Name').fill('Ida Lind');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByText('Your new name is shown')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: 'Ida Lind' })).toBeVisible();

  await page.getByLabel('New password').fill(password);
  await page.getByRole('button', { name: 'Save password' }).click();
  await expect(page.getByText('Your password was changed')).toBeVisible();

  const data = await page.request.get(`${site.url}/account/export`);
  expect(data.headers()['content-disposition']).toContain('attachment');
  expect(await data.json()).toMatchObject({ profile: { name: 'Ida Lind' } });

  await page.goto(`${site.url}/account`);
  const question = page.getByRole('alertdialog', { name: /^Delete the account .+@.+\?$/ });
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await question.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('Enter your password.').first()).toBeVisible();
  await page.locator('#ownPassword').fill('wrong');
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await expect(question).toContainText('Until then you can change your mind on this page.');
  await question.getByRole('button', { name: 'Cancel' }).click();
  await expect(question).toBeHidden();
  await page.locator('#ownPassword').press('Enter');
  await expect(page.getByText('That is not your current password')).toHaveCount(0);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await question.getByRole('button', { name: 'Delete my account' }).click();
  await expect(page.getByText('That is not your current password').first()).toBeVisible();
  await page.locator('#ownPassword').fill(password);
  await page.getByRole('button', { name: 'Delete my account' }).click();
  await question.getByRole('button', { name: 'Delete my account' }).click();
  await expect(
    page.getByText(/^Your account will be deleted after .+ \(UTC\)\. Until then you can keep it\.$/),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Delete my account' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Keep my account' }).click();
  await expect(page.getByText('Your account stays. Nothing was deleted.')).toBeVisible();
  await expect(page.getByText('Your account will be deleted after')).toHaveCount(0);
});

/** Makes the page's forms name unknown actions, as after an update. */
async function outdate(page: Page) {
  await page.route('**/*', async (route) => {
    const request = route.request();
    if (request.method() !== 'POST') return route.fallback();
    const headers = await request.allHeaders();
    const action = headers['next-action'];
    const changed = (id: string) => id.replace(/.{4}$/, (end) => (end === '0000' ? '1111' : '0000'));
    const body = request.postDataBuffer()?.toString('latin1') ?? '';
    const postData = Buffer.from(
      body.replace(/(\$ACTION_ID_|\{"id":")([0-9a-f]{42})/g, (_, before: string, id: string) => before + changed(id)),
      'latin1',
    );
    await route.continue({ postData, headers: action ? { ...headers, 'next-action': changed(action) } : headers });
  });
}

test('a form of a page that is older than the site says so, and what was typed is not lost', async ({
  page,
  site,
  javaScriptEnabled,
}) => {
  const post = await createPost();
  await page.goto(`${site.url}/signup`);
  await page.getByLabel('Name').fill('Ida & "Brandt"');
  await page.getByLabel('E-mail').fill('ida.second@example.test');
  await page.getByLabel('Password').fill(password);
  await outdate(page);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await expect(page.getByText('This site was updated while')).toBeVisible();
  if (javaScriptEnabled) {
    await expect(page.getByLabel('Name')).toHaveValue('Ida & "Brandt"');
    await expect(page.getByLabel('E-mail')).toHaveValue('ida.second@example.test');
  } else {
    await expect(page.getByLabel('What you typed')).toHaveValue('Ida & "Brandt"');
    expect(await page.content()).not.toContain(password);
    await page.getByRole('link', { name: 'Open the page again' }).click();
    await expect(page).toHaveURL(`${site.url}/signup`);
  }

  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('Written <before>\nthe update');
  await page.getByRole('button', { name: 'Post comment' }).click();
  await expect(page.getByText('This site was updated while')).toBeVisible();
  const field = page.getByLabel(javaScriptEnabled ? 'Your comment' : 'What you typed');
  await expect(field).toHaveValue('Written <before>\nthe update');
});
