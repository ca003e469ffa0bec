import { expect, test } from 'vitest';
import { settingsRules } from './settings';
import { readVerifications, verificationTags, writeVerifications } from './verification';

const google = '<meta name="google-site-verification" content="a1-B2_c3=" />';

test('the tags of search engines are read as they are pasted, and stored in one form', () => {
  const pasted = `${google}\n  <META content='0F1E' name='msvalidate.01'><meta name="p:domain_verify" content="77aa"/>`;
  const found = readVerifications(pasted);
  expect(found).toEqual([
    { name: 'google-site-verification', content: 'a1-B2_c3=' },
    { name: 'msvalidate.01', content: '0F1E' },
    { name: 'p:domain_verify', content: '77aa' },
  ]);
  expect(readVerifications(writeVerifications(found ?? []))).toEqual(found);
  expect(settingsRules.verification.parse(google)).toBe('<meta name="google-site-verification" content="a1-B2_c3=">');
  expect(settingsRules.verification.parse('  ')).toBe('');
});

test('a name may have several', () => {
  expect(verificationTags(`${google}<meta name="google-site-verification" content="second">`)).toEqual({
    'google-site-verification': ['a1-B2_c3=', 'second'],
  });
  expect(verificationTags('')).toEqual({});
});

test.each([
  'a1-B2_c3=',
  '<script>alert(1)</script>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<meta name="robots" content="noindex">',
  '<meta name="google-site-verification">',
  '<meta name="google-site-verification" content="x&quot; onload=">',
  `${google} and more`,
])('refuses %s', (pasted) => {
  expect(readVerifications(pasted)).toBe(null);
  expect(settingsRules.verification.safeParse(pasted).error?.issues[0]?.message).toMatch(/^Paste only meta tags/);
});
