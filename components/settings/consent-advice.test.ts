import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import type { LiveCode } from '@/lib/slots/consent';
import { consentAdvice } from './consent-advice';

const slot = (network: string | null, consent: LiveCode['consent'] = 'advertising'): LiveCode => ({
  name: 'Header',
  network,
  consent,
});

test.each([
  [[], 'no consent platform is needed'],
  [[slot('Google AdSense', 'none')], 'no consent platform is needed'],
  [[slot('EthicalAds'), slot('Google AdSense')], '“Header” has Google AdSense: for readers in the EEA'],
  [[slot('Carbon')], 'The notice of this site is enough.'],
  [[slot('Carbon'), slot(null)], 'Ask the provider of the code in “Header”.'],
])('the settings say whether a platform is needed', (slots, sentence) => {
  expect(consentAdvice(slots, adminTextIn('en', {}))).toContain(sentence);
});

test('they say it in German, however many slots it is about', () => {
  const slots = [slot('Media.net'), { ...slot('Google AdSense'), name: 'Footer' }];
  expect(consentAdvice(slots, adminTextIn('de', german))).toMatch(
    /^Media\.net in „Header“, Google AdSense in „Footer“: Für Leser im EWR/,
  );
});
