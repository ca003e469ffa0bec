import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { makeNonceForms, plainWith, zippedWith } from './nonce-forms';

const placeholder = 'aaaaaaaaaaaaaaaaaaaaaa==';
const nonces = ['bbbbbbbbbbbbbbbbbbbbbb==', '+/+/+/+/+/+/+/+/+/+/+w=='];

test.each([
  ['a short page', `<p>x</p><script nonce="${placeholder}">1</script>`],
  ['a page that ends with the nonce', `<p>x</p>${placeholder}`],
  ['a page that begins with the nonce', `${placeholder}<p>x</p>`],
  [
    'a long page with every kind of letter',
    `${'<p>Zürich 東京 🚢</p>'.repeat(20_000)}${placeholder}${'end'.repeat(9_000)}`,
  ],
])('%s is the same page zipped and plain, with each nonce', async (_, html) => {
  const forms = await makeNonceForms({ html, placeholder, headers: {} });
  for (const nonce of nonces) {
    const expected = html.replace(placeholder, nonce);
    expect(Buffer.concat(plainWith(nonce, forms)).toString()).toBe(expected);
    expect(gunzipSync(Buffer.concat(zippedWith(nonce, forms))).toString()).toBe(expected);
  }
});
