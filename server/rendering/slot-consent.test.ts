import { expect, test } from 'vitest';
import { platformAnswers } from './consent-platform';
import { consentScripts, withSlotConsent } from './slot-consent';

const page = (body: string) => `<html><head></head><body>${body}</body></html>`;
const { ofTcf, ofGpp } = platformAnswers();

test('a page gets the script of who asks, and nothing if nobody needs to', () => {
  const plain = page('<iframe class="slot__frame" src="/_s/f/a"></iframe>');
  expect(withSlotConsent(plain)).toBe(plain);
  const own = withSlotConsent(page('<iframe data-consent="advertising" data-consent-by="own"></iframe>'));
  const platform = withSlotConsent(page('<iframe data-consent="advertising" data-consent-by="platform"></iframe>'));
  expect(own).toContain('Reject all');
  const german = own.replace('<html>', '<html lang="de">');
  expect(german).not.toBe(own);
  expect(withSlotConsent(german.replace(/<script.*<\/script>/s, ''))).toContain('Alle ablehnen');
  expect(own).not.toContain('__tcfapi');
  expect(platform).toContain('__tcfapi');
  expect(platform).not.toContain('Reject all');
});

test('what is inlined is a script', () => {
  for (const script of consentScripts) {
    expect(() => new Function(script)).not.toThrow();
  }
});

test.each([
  [{ gdprApplies: false }, 'all'],
  [{ gdprApplies: true }, 'nothing'],
  [{ purpose: { consents: { 1: true } } }, 'functional'],
  [{ purpose: { consents: { 1: true, 2: true } } }, 'functional advertising'],
  [{ purpose: { consents: { 1: true }, legitimateInterests: { 2: true } } }, 'functional advertising'],
  [{ purpose: { consents: { 1: true, 8: true } } }, 'functional analytics'],
  [{ purpose: { consents: { 1: true, 2: true, 8: true } } }, 'all'],
  [{ purpose: { consents: { 2: true } } }, 'nothing'],
])('TCF: %j allows %s', (data, allowed) => {
  expect(ofTcf(data)).toBe(allowed);
});

test.each([
  [{ applicableSections: [-1] }, 'all'],
  [{ applicableSections: [2], parsedSections: { tcfeuv2: [{ PurposeConsent: [1, 2] }] } }, 'nothing'],
  [{ applicableSections: [7], parsedSections: { usnat: [{ SaleOptOut: 2 }, { Gpc: false }] } }, 'all'],
  [{ applicableSections: [7], parsedSections: { usnat: [{ SaleOptOut: 1 }] } }, 'functional'],
  [
    { applicableSections: [7], parsedSections: { usnat: { SaleOptOut: 2, TargetedAdvertisingOptOut: 1 } } },
    'functional',
  ],
  [{ applicableSections: [8], parsedSections: { usca: [{ SaleOptOut: 2 }, { Gpc: true }] } }, 'functional'],
  [{ applicableSections: [8], parsedSections: { usca: null } }, 'all'],
])('GPP: %j allows %s', (data, allowed) => {
  expect(ofGpp(data as Parameters<typeof ofGpp>[0], false)).toBe(allowed);
});
