import type { Page } from '@playwright/test';
import { createPost } from '../factories/posts';
import { createUser } from '../factories/users';
import { untilHydrated } from './hydrated';
import { expect, test } from './mailed-site';
import { saveCard } from './settings-cards';
import type { Site } from './site';

const password = 'nets dry on the quay';

/** A device of Chromium's own that keeps passkeys and confirms at once that its owner is there. */
async function withDevice(page: Page) {
  const client = await page.context().newCDPSession(page);
  await client.send('WebAuthn.enable');
  const options = {
    protocol: 'ctap2',
    transport: 'internal',
    hasResidentKey: true,
    hasUserVerification: true,
    isUserVerified: true,
    automaticPresenceSimulation: true,
  } as const;
  const { authenticatorId } = await client.send('WebAuthn.addVirtualAuthenticator', { options });
  const keys = async () => (await client.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length;
  return { keys };
}

/** As a browser that asks for passkeys in a window of its own, and not below a field. */
function withoutOffers(page: Page) {
  return page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = () => Promise.resolve(false);
  });
}

async function signInWithPassword(page: Page, site: Site, email: string, to = '') {
  await page.goto(`${site.url}/signin${to && `?to=${to}`}`);
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await untilHydrated(page.locator('form', { has: page.getByLabel('Password') }));
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

async function signOut(page: Page, site: Site) {
  await page.goto(`${site.url}/signin/out`);
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(`${site.url}/`);
}

async function person(role: 'reader' | 'owner', name: string) {
  const { hashPassword } = await import('@/lib/auth/passwords');
  return createUser({ role, name, passwordHash: await hashPassword(password) });
}

test('a passkey is offered after a password, signs in, confirms, and is removed', async ({ page, site }) => {
  const device = await withDevice(page);
  await withoutOffers(page);
  const user = await person('reader', 'Ida Brandt');
  const post = await createPost({ title: 'Nets and knots' });
  await signInWithPassword(page, site, user.email ?? '', `/${post.slug}`);
  await expect(page.getByRole('heading', { name: 'Sign in faster next time' })).toBeVisible();
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('The passkey was added.')).toBeVisible();
  expect(await device.keys()).toBe(1);
  await page.getByRole('link', { name: 'Continue' }).click();
  await expect(page).toHaveURL(`${site.url}/${post.slug}`);

  await signOut(page, site);
  await page.goto(`${site.url}/signin?to=/account`);
  await page.getByRole('button', { name: 'Use a passkey' }).click();
  await expect(page).toHaveURL(`${site.url}/account`);
  const passkeys = page.getByRole('region', { name: 'Passkeys' });
  await expect(passkeys.getByText(/^Added .*, last used /)).toBeVisible();

  await passkeys.getByLabel('New description').fill('Work laptop');
  await passkeys.getByRole('button', { name: 'Rename' }).click();
  await expect(passkeys.getByText('The passkey was renamed.')).toBeVisible();
  await passkeys.getByRole('button', { name: 'Confirm with your passkey' }).click();
  await expect(passkeys.getByText('Confirmed. For 15 minutes')).toBeVisible();
  await passkeys.getByRole('button', { name: 'Remove “Work laptop”' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove “Work laptop”' }).click();
  await expect(passkeys.getByText('You have no passkey yet.')).toBeVisible();
});

test('a passkey that is chosen below the field for the e-mail address signs in, on the comment form too', async ({
  page,
  site,
}) => {
  await withDevice(page);
  const user = await person('reader', 'Nora New');
  const post = await createPost();
  await signInWithPassword(page, site, user.email ?? '', '/account');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('The passkey was added.')).toBeVisible();
  await signOut(page, site);

  await page.goto(`${site.url}/signin?to=/account`);
  await expect(page).toHaveURL(`${site.url}/account`);
  await expect(page.getByRole('heading', { level: 1, name: 'Nora New' })).toBeVisible();
  await signOut(page, site);

  await page.goto(`${site.url}/${post.slug}`);
  await page.getByLabel('Your comment').fill('The ferry is late.');
  await page.getByLabel('E-mail', { exact: true }).focus();
  await expect(page.locator('#comments[data-signed-in]')).toBeVisible();
  await expect(page.getByLabel('Your comment')).toHaveValue('The ferry is late.');
  await expect(page.getByLabel('E-mail', { exact: true })).toBeHidden();
});

test('the offer is declined once and for all', async ({ page, site }) => {
  const user = await person('reader', 'Otto Lind');
  await signInWithPassword(page, site, user.email ?? '');
  await page.getByRole('button', { name: 'Do not ask again' }).click();
  await expect(page).toHaveURL(`${site.url}/`);
  await signOut(page, site);
  await signInWithPassword(page, site, user.email ?? '', '/account');
  await expect(page).toHaveURL(`${site.url}/account`);
});

test('staff who must use a passkey are led to add one, and can do nothing else before', async ({
  page,
  site,
  browser,
}) => {
  await withDevice(page);
  const owner = await person('owner', 'Olga Owner');
  await signInWithPassword(page, site, owner.email ?? '', '/admin/settings');
  await page.getByRole('link', { name: 'Continue' }).click();
  await page.getByLabel('Staff must use a passkey').check();
  await saveCard(page, 'Staff sign-in');
  await expect(page.getByText('Add a passkey on your account page first').first()).toBeVisible();
  await page.goto(`${site.url}/account`);
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(page.getByText('The passkey was added.')).toBeVisible();
  await page.goto(`${site.url}/admin/settings`);
  await page.getByLabel('Staff must use a passkey').check();
  await saveCard(page, 'Staff sign-in');
  await expect(page.getByText(/saved/i).first()).toBeVisible();

  const other = await browser.newContext();
  const colleague = await other.newPage();
  await withDevice(colleague);
  const admin = await person('owner', 'Adam Admin');
  await signInWithPassword(colleague, site, admin.email ?? '', '/admin/posts');
  await expect(colleague.getByText('Add one to open the dashboard.')).toBeVisible();
  await colleague.goto(`${site.url}/admin/posts`);
  await expect(colleague).toHaveURL(`${site.url}/account#passkeys`);
  await colleague.getByRole('button', { name: 'Add a passkey' }).click();
  await expect(colleague.getByText('The passkey was added.')).toBeVisible();
  await colleague.goto(`${site.url}/admin/posts`);
  await expect(colleague.getByRole('heading', { level: 1, name: 'Posts' })).toBeVisible();
  await other.close();
});
