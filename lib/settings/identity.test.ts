import { expect, test } from 'vitest';
import { announcementAt, announcementEnd, identityRules, socialLinksForm } from './identity';

const shown = {
  announcementOn: true,
  announcementText: 'We moved to Quay 4.',
  announcementLinkText: '',
  announcementLink: '',
  announcementUntil: '',
  timeZone: 'Europe/Vienna',
};

const problemsOf = (fields: Record<string, string>) =>
  socialLinksForm.safeParse(fields).error?.issues.map(({ path, message }) => [path.join('.'), message]);

test('an announcement is shown through its last day in the site’s time zone, and not after', () => {
  const until = { ...shown, announcementUntil: '2026-11-29' };

  expect(announcementEnd(until)?.toISOString()).toBe('2026-11-29T23:00:00.000Z');
  expect(announcementAt(new Date('2026-11-29T22:59:59Z'), until)?.text).toBe('We moved to Quay 4.');
  expect(announcementAt(new Date('2026-11-29T23:00:00Z'), until)).toBeNull();
  expect(announcementEnd(shown)).toBeNull();
});

test('a day on which clocks change ends an announcement at its own midnight', () => {
  const end = announcementEnd({ ...shown, announcementUntil: '2026-10-25' });
  expect(end?.toISOString()).toBe('2026-10-25T23:00:00.000Z');
});

test('nothing is shown when it is off or has no text', () => {
  const now = new Date();
  expect(announcementAt(now, shown)).not.toBeNull();
  expect(announcementAt(now, { ...shown, announcementOn: false })).toBeNull();
  expect(announcementAt(now, { ...shown, announcementText: '' })).toBeNull();
});

test.each([
  ['', ''],
  ['/about', '/about'],
  ['/about?a=1#b', '/about?a=1#b'],
  [' https://quay.example ', 'https://quay.example/'],
])('an announcement may link to %j', (typed, stored) => {
  expect(identityRules.announcementLink.parse(typed)).toBe(stored);
});

test.each([
  'http://quay.example',
  '//quay.example',
  '/\\quay.example',
  'javascript:alert(1)',
  'about',
  'https://',
  'https://ida:secret@quay.example',
  `/${'a'.repeat(500)}`,
])('an announcement may not link to %j', (typed) => {
  expect(identityRules.announcementLink.safeParse(typed).success).toBe(false);
});

test.each(['2026-02-30', '29.11.2026', 'soon'])('%j is no last day', (day) => {
  expect(identityRules.announcementUntil.safeParse(day).success).toBe(false);
});

test('social links keep their order, skip empty rows, and without a name are called by their host', () => {
  const links = socialLinksForm.parse({
    socialName1: 'Mastodon',
    socialUrl1: 'https://social.example/@quay',
    socialName3: '',
    socialUrl3: 'https://www.videos.example/quay',
  });

  expect(links).toEqual([
    { name: 'Mastodon', url: 'https://social.example/@quay' },
    { name: 'videos.example', url: 'https://www.videos.example/quay' },
  ]);
  expect(identityRules.socialLinks.parse(links)).toEqual(links);
});

test('social links that are no https addresses are refused at their own field', () => {
  expect(problemsOf({ socialUrl2: 'http://social.example', socialName3: 'Nowhere' })).toEqual([
    ['socialUrl2', 'Enter a web address that begins with https://.'],
    ['socialUrl3', 'Enter the address of this link, or leave its name empty.'],
  ]);
  expect(problemsOf({ socialUrl1: 'javascript:alert(1)' })).toHaveLength(1);
  expect(problemsOf({ socialName1: 'x'.repeat(61), socialUrl1: 'https://social.example' })?.[0]?.[0]).toBe(
    'socialName1',
  );
});
