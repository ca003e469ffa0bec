import { expect, test } from 'vitest';
import { defaultSettings, settingsRules } from './settings';
import {
  readVerifications,
  refusalOfFile,
  verificationFileAt,
  verificationTags,
  writeVerifications,
} from './verification';

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
  const tagsOf = (settings: Partial<typeof defaultSettings>) => verificationTags({ ...defaultSettings, ...settings });
  expect(tagsOf({ verification: `${google}<meta name="google-site-verification" content="second">` })).toEqual({
    'google-site-verification': ['a1-B2_c3=', 'second'],
  });
  expect(tagsOf({ verificationGoogle: 'a1-B2_c3=', verificationBing: '0F1E', verification: google })).toEqual({
    'google-site-verification': ['a1-B2_c3='],
    'msvalidate.01': ['0F1E'],
  });
  expect(tagsOf({})).toEqual({});
});

test.each([
  'a1-B2_c3=',
  '<script>alert(1)</script>',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<meta name="robots" content="noindex">',
  '<meta name="googlebot" content="noindex">',
  '<meta name="google" content="notranslate">',
  '<meta name="referrer" content="unsafe-url">',
  '<meta name="og:title" content="x">',
  '<meta name="a b" content="x">',
  '<meta name="google-site-verification">',
  '<meta name="google-site-verification" content="x&quot; onload=">',
  `${google} and more`,
])('refuses %s', (pasted) => {
  expect(readVerifications(pasted)).toBe(null);
  expect(settingsRules.verification.safeParse(pasted).error?.issues[0]?.message).toMatch(/^Paste only meta tags/);
});

test.each([
  ['a1-B2_c3=', 'a1-B2_c3='],
  [' google-site-verification=a1-B2_c3= ', 'a1-B2_c3='],
  [google, 'a1-B2_c3='],
  ['', ''],
])('the field of a service takes its code or its tag: %s', (pasted, code) => {
  expect(settingsRules.verificationGoogle.parse(pasted)).toBe(code);
});

test.each([
  ['a b', /^Paste the code of this service/],
  [`${google}${google}`, /^Paste the code of this service/],
  [`${google}<script>alert(1)</script>`, /^Paste the code of this service/],
  ['<meta name="msvalidate.01" content="0F1E">', /^This is the tag of another service/],
])('the field of a service refuses %s', (pasted, sentence) => {
  expect(settingsRules.verificationGoogle.safeParse(pasted).error?.issues[0]?.message).toMatch(sentence);
});

test.each([
  ['google1a2b3c.html', '<b>any</b>', null],
  ['BingSiteAuth.xml', '<users><user>0F1E</user></users>', null],
  ['robots.txt', 'x', 'fileName'],
  ['sitemap.xml', 'x', 'fileName'],
  ['a/b.html', 'x', 'fileName'],
  ['../x.html', 'x', 'fileName'],
  ['page.svg', 'x', 'fileName'],
  ['script.js', 'x', 'fileName'],
  ['no-extension', 'x', 'fileName'],
  ['google1a2b3c.html', ' ', 'fileContent'],
  ['google1a2b3c.html', 'x'.repeat(4_001), 'fileContent'],
])('a file %s with %j', (name, content, wrong) => {
  expect(Object.keys(refusalOfFile({ name, content }) ?? {})).toEqual(wrong ? [wrong] : []);
});

test('a file is found in whatever capitals it is asked for, with a type of its ending', () => {
  const files = [{ name: 'BingSiteAuth.xml', content: 'x' }];
  expect(verificationFileAt(files, '/bingsiteauth.XML')).toEqual({ content: 'x', type: 'application/xml' });
  expect(verificationFileAt(files, '/other.xml')).toBe(null);
  expect(verificationFileAt(files, '/folder/BingSiteAuth.xml')).toBe(null);
});
