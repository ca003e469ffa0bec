import { describe, expect, test } from 'vitest';
import { adminTextIn } from './admin-text';
import { dashboardLanguageFor } from './dashboard-language';

const words = {
  Published: 'Veröffentlicht',
  'Open##state': 'Offen',
  '{count, plural, one {# post} other {# posts}}': '{count, plural, one {# Beitrag} other {# Beiträge}}',
  'Read <link>the guide</link>.': 'Lesen Sie <link>die Anleitung</link>.',
  'At most {count} posts are accepted.': 'Höchstens {count} Beiträge werden angenommen.',
  '“{title}” is {state} now.': '„{title}“ ist jetzt {state}.',
  Draft: 'Entwurf',
  'Nothing was saved.': 'Nichts wurde gespeichert.',
};
const english = adminTextIn('en', {});
const german = adminTextIn('de', words);

describe('a text of the admin', () => {
  test('is its English, or its translation', () => {
    expect([english('Published'), german('Published')]).toEqual(['Published', 'Veröffentlicht']);
    expect(german('Not translated')).toBe('Not translated');
  });

  test('takes values, with plurals and numbers as the language has them', () => {
    const posts = '{count, plural, one {# post} other {# posts}}';
    expect([english(posts, { count: 1 }), english(posts, { count: 2345 })]).toEqual(['1 post', '2,345 posts']);
    expect([german(posts, { count: 1 }), german(posts, { count: 2345 })]).toEqual(['1 Beitrag', '2.345 Beiträge']);
  });

  test('may be two in one language and one in English', () => {
    expect([english('Open##state'), german('Open##state')]).toEqual(['Open', 'Offen']);
  });

  test('is given in parts around its tags', () => {
    const link = (inside: unknown) => ({ link: inside });
    expect(german.parts('Read <link>the guide</link>.', { link })).toEqual([
      'Lesen Sie ',
      { link: ['die Anleitung'] },
      '.',
    ]);
  });
});

describe('a finished sentence', () => {
  test.each([
    ['Published', 'Veröffentlicht'],
    ['At most 2,000 posts are accepted.', 'Höchstens 2.000 Beiträge werden angenommen.'],
    ['At most 2,000.50 posts are accepted.', 'Höchstens 2.000,50 Beiträge werden angenommen.'],
    ['“=\u00a00.012” is 62.0\u00a0% now.', '„=\u00a00,012“ ist jetzt 62,0\u00a0%.'],
    ['“Nets” is Draft now.', '„Nets“ ist jetzt Entwurf.'],
    ['“Nets” is Draft now. Nothing was saved.', '„Nets“ ist jetzt Entwurf. Nichts wurde gespeichert.'],
    ['“Nets” is Draft now.\nNothing was saved.', '„Nets“ ist jetzt Entwurf.\nNichts wurde gespeichert.'],
    ['Nothing was saved. Nobody translated this.', 'Nothing was saved. Nobody translated this.'],
  ])('“%s” is “%s”', (sentence, said) => {
    expect(german.said(sentence)).toBe(said);
    expect(english.said(sentence)).toBe(sentence);
  });
});

test.each([
  [undefined, 'de-AT', 'de'],
  [undefined, 'en-GB', 'en'],
  [undefined, 'fr', 'en'],
  ['en', 'de', 'en'],
  ['de', 'fr', 'de'],
] as const)('who chose %s on a site in %s reads the dashboard in %s', (chosen, site, language) => {
  expect(dashboardLanguageFor(chosen, site)).toBe(language);
});
