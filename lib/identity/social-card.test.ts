import { expect, test } from 'vitest';
import { cardFile, cardOf } from './social-card';

const settings = {
  siteName: 'The Quay',
  accentColour: '',
  accentHue: 25,
  fontPair: 'franklin',
  drawsCards: true,
} as const;
const post = { type: 'post', cover: null, socialImage: null, authors: [{ name: 'Ida Brandt' }, { name: 'Ole' }] };

test('a post without an image has a card with its title, its first author and the site', () => {
  expect(cardOf(settings, post, 'Late tide')).toEqual({
    title: 'Late tide',
    site: 'The Quay',
    by: 'Ida Brandt',
    accent: expect.stringMatching(/^#[0-9a-f]{6}$/),
    font: 'franklin',
  });
  expect(cardOf(settings, { ...post, authors: [] }, 'Late tide')?.by).toBe('');
});

test('pages, posts with an image, and sites that want none have no card', () => {
  expect(cardOf(settings, { ...post, type: 'page' }, 'About')).toBeNull();
  expect(cardOf(settings, { ...post, cover: { id: 'm1' } }, 'Late tide')).toBeNull();
  expect(cardOf({ ...settings, drawsCards: false }, post, 'Late tide')).toBeNull();
});

test.each(['Łódź & “fi” — 50 %', 'Гавань', 'Λιμάνι', 'Việt Nam', 'C++ = C#? 3 × 4 €'])('%s can be drawn', (title) => {
  expect(cardOf(settings, post, title)).not.toBeNull();
});

test.each(['潮の満ち引き', 'المد', 'Tide 🌊', 'ปลา'])('the font cannot write %s, so there is no card', (title) => {
  expect(cardOf(settings, post, title)).toBeNull();
  expect(cardOf({ ...settings, siteName: title }, post, 'Late tide')).toBeNull();
});

test('a card is drawn again only when something on it changes', () => {
  const card = cardOf(settings, post, 'Late tide')!;
  expect(cardFile('p1', card)).toMatch(/^p1-[0-9a-f]{24}\.png$/);
  expect(cardFile('p1', { ...card })).toBe(cardFile('p1', card));
  expect(cardFile('p1', { ...card, title: 'Later tide' })).not.toBe(cardFile('p1', card));
  expect(cardFile('p1', { ...card, accent: '#000000' })).not.toBe(cardFile('p1', card));
});
