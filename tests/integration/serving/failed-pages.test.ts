import { expect, test } from 'vitest';
import { cachedRead } from '@/lib/caching/cached-read';
import { newId } from '@/lib/platform/ids';
import { sendStatic, serveApplication } from './application';

const fresh = () => `/page-${newId()}`;

test('answers a failed page with a sentence, and tries again', async () => {
  let isBroken = true;
  const { ask } = await serveApplication((_, response) => sendStatic(response, 'well', isBroken ? 500 : 200));
  const path = fresh();
  const broken = await ask(path);
  expect(broken).toMatchObject({
    status: 500,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
  });
  expect(broken.body).toContain('Something went wrong on our side.');
  isBroken = false;

  expect((await ask(path)).body).toBe('well');
});

test('a page whose read fails says that it will be back, for a machine too', async () => {
  const { ask } = await serveApplication(async (_, response) => {
    const failing = () =>
      cachedRead({ key: newId(), tags: [], load: () => Promise.reject(new Error('down')), atBuild: '' });
    await failing().catch(() => {});
    sendStatic(response, 'half a page', 500);
  });

  expect(await ask(fresh())).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
});

test.each([
  ['de', 'Bei uns ist etwas schiefgegangen.', 'ltr'],
  ['ar', 'حدث خطأ من جانبنا.', 'rtl'],
  ['en-GB', 'Something went wrong on our side.', 'ltr'],
])('says what failed in the language of the pages before it: %s', async (language, sentence, direction) => {
  let isBroken = false;
  const { ask } = await serveApplication((_, response) =>
    sendStatic(response, `<!doctype html><html lang="${language}" dir="ltr">`, isBroken ? 500 : 200),
  );
  await ask(fresh());
  isBroken = true;

  const { body } = await ask(fresh());
  expect(body).toContain(sentence);
  expect(body).toContain(`<html lang="${language}" dir="${direction}">`);
});
