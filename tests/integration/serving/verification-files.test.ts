import { beforeEach, expect, test } from 'vitest';
import { cacheTags } from '@/lib/caching/cache-tags';
import { caches } from '@/lib/caching/process-caches';
import { getSettings, storeSettings } from '@/lib/settings/queries';
import { addVerificationFile, removeVerificationFile } from '@/lib/settings/verification-files';
import { actorWith } from '../../factories/users';
import { sendStatic, serveApplication } from './application';

const google = { name: 'google1a2b3c.html', content: 'google-site-verification: google1a2b3c.html' };
const bing = { name: 'BingSiteAuth.xml', content: '<?xml version="1.0"?><users><user>0F1E</user></users>' };

beforeEach(async () => {
  await storeSettings({ verificationFiles: [], visibility: 'everyone', maintenance: false });
  await caches.invalidate([cacheTags.site]);
});

const serve = () => serveApplication((_, response) => sendStatic(response, '<html><body>Missing</body></html>', 404));

test('a file is served at its address, in the capitals of the service too, until it is removed', async () => {
  const admin = await actorWith('admin');
  const { ask } = await serve();
  expect((await ask(`/${google.name}`)).status).toBe(404);
  await addVerificationFile(admin, google);
  await addVerificationFile(admin, bing);

  for (const [path, { content }, type] of [
    ['/google1a2b3c.html', google, 'text/html; charset=utf-8'],
    ['/BingSiteAuth.xml', bing, 'application/xml'],
    ['/bingsiteauth.xml', bing, 'application/xml'],
  ] as const) {
    const answer = await ask(path);
    expect(answer).toMatchObject({ status: 200, body: content });
    expect(answer.headers['content-type']).toBe(type);
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
  await addVerificationFile(admin, { ...google, content: 'changed' });
  expect((await ask(`/${google.name}`)).body).toBe('changed');
  await removeVerificationFile(admin, google.name);
  await removeVerificationFile(admin, google.name);
  expect((await ask(`/${google.name}`)).status).toBe(404);
});

test('nothing runs in a file, and nothing of the product is put into it', async () => {
  const content =
    '<html><body><script>alert(1)</script><div class="slot__host"></div><div class="site-code" data-consent-by="own"></div></body></html>';
  await addVerificationFile(await actorWith('owner'), { ...google, content });
  const { ask } = await serve();
  for (const answer of [await ask(`/${google.name}`), await ask(`/${google.name}`)]) {
    expect(answer.body).toBe(content);
    const policy = String(answer.headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'; sandbox;");
    expect(policy).not.toContain('script-src');
  }
});

test('a closed site still proves whose it is', async () => {
  await addVerificationFile(await actorWith('owner'), google);
  const { ask } = await serve();
  for (const closed of [{ visibility: 'accounts' as const }, { maintenance: true }]) {
    await storeSettings({ visibility: 'everyone', maintenance: false, ...closed });
    await caches.invalidate([cacheTags.site]);
    expect(await ask(`/${google.name}`)).toMatchObject({ status: 200, body: google.content });
    expect((await ask('/another.html')).status).not.toBe(200);
  }
});

test('only those who may change settings add and remove files, within bounds', async () => {
  const [admin, editor] = [await actorWith('admin'), await actorWith('editor')];
  await expect(addVerificationFile(editor, google)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(removeVerificationFile(editor, google.name)).rejects.toMatchObject({ code: 'forbidden' });
  await expect(addVerificationFile(admin, { ...google, name: 'sitemap.xml' })).rejects.toMatchObject({
    fields: { fileName: /a file of this name itself/ },
  });
  for (let number = 0; number < 10; number += 1) {
    await addVerificationFile(admin, { name: `google${number}abc.html`, content: 'x' });
  }
  await expect(addVerificationFile(admin, google)).rejects.toMatchObject({ message: /10 verification files/ });
  expect((await getSettings()).verificationFiles).toHaveLength(10);
});
