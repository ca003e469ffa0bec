import { expect, test } from 'vitest';
import { consentNeed, consentOf, storedConsent } from './consent';
import { consentNeededBy } from './networks/recognition';

const slot = (network: string | null, consent: 'none' | 'functional' | 'advertising' = 'advertising') => ({
  name: 'Header',
  network,
  consent,
});

test.each([
  ['<ins class="adsbygoogle" data-ad-client="ca-pub-1234567890123456"></ins>', 'advertising'],
  ['<script src="https://unknown.example/a.js"></script>', 'advertising'],
  ['<iframe src="https://unknown.example/"></iframe>', 'advertising'],
  ['<a href="https://shop.example"><img src="https://shop.example/a.png"></a>', 'advertising'],
  ['<div style="background:url(https://shop.example/a.png)">Ropes</div>', 'advertising'],
  ['<div data-ea-publisher="quay" data-ea-type="image"></div>', 'none'],
  ['<script src="https://fundingchoicesmessages.google.com/i/pub-1?ers=1"></script>', 'none'],
  ['<b>Ropes and <a href="https://shop.example">knots</a></b>', 'none'],
  ['', 'none'],
])('%s needs %s', (code, consent) => {
  expect(consentNeededBy(code)).toBe(consent);
});

test('what is stored says no more than what would be assumed, and unknown words are taken for the most', () => {
  expect(storedConsent('code', 'advertising')).toBeNull();
  expect(storedConsent('code', 'none')).toBe('none');
  expect(storedConsent('image', 'none')).toBeNull();
  expect(consentOf({ kind: 'code', consent: null })).toBe('advertising');
  expect(consentOf({ kind: 'code', consent: 'whatever' })).toBe('advertising');
  expect(consentOf({ kind: 'text', consent: 'advertising' })).toBe('none');
});

test.each([
  [[], 'nothing', 0],
  [[slot('Google AdSense', 'none')], 'nothing', 0],
  [[slot('EthicalAds'), slot('Google AdSense')], 'platform', 1],
  [[slot('Carbon')], 'no-auction', 1],
  [[slot('Carbon'), slot(null)], 'unknown', 1],
])('the code of slots says whether a platform is needed', (slots, kind, count) => {
  const need = consentNeed(slots);
  expect(need.kind).toBe(kind);
  expect(need.slots).toHaveLength(count);
});
