import { expect, test } from 'vitest';
import { contactLink, mediaKitSchema, ratesOf } from './media-kit';

const kit = (mediaKitContact: string, mediaKit = true) =>
  mediaKitSchema.safeParse({ mediaKit, mediaKitText: 'Readers who sail.\u0007', mediaKitContact });

test.each([
  [' Ida@Example.ORG ', 'ida@example.org', 'mailto:ida@example.org'],
  ['https://quay.example/contact?a=1', 'https://quay.example/contact?a=1', 'https://quay.example/contact?a=1'],
])('the contact “%s” is kept as %s', (typed, stored, link) => {
  expect(kit(typed).data).toEqual({ mediaKit: true, mediaKitText: 'Readers who sail.', mediaKitContact: stored });
  expect(contactLink(stored)).toBe(link);
});

test.each([
  'javascript:alert(1)',
  'ida@',
  'call us',
  'data:text/html,x',
  'https://ida:secret@quay.example/',
  'https://',
])('“%s” is no contact', (typed) => {
  expect(kit(typed).error?.issues[0]?.message).toMatch(/^Enter an e-mail address/);
});

test('there is no page without a contact, and none is needed while it is off', () => {
  expect(kit('').error?.issues[0]).toMatchObject({ path: ['mediaKitContact'], message: /Enter how advertisers/ });
  expect(kit('', false).success).toBe(true);
});

test('a rate is given once enough was counted, and of clicks only from those that are not guessed', () => {
  const few = { served: 99, viewable: 60, exactlyClicked: { served: 99, clicks: 1 } };
  expect(ratesOf(few)).toEqual({ impressions: null, viewable: null, clicks: null });
  const some = { served: 200, viewable: 150, exactlyClicked: { served: 0, clicks: 0 } };
  expect(ratesOf(some)).toEqual({ impressions: 200, viewable: 0.75, clicks: null });
  const many = { served: 4_000, viewable: 1_000, exactlyClicked: { served: 1_000, clicks: 5 } };
  expect(ratesOf(many)).toEqual({ impressions: 4_000, viewable: 0.25, clicks: 0.005 });
});
