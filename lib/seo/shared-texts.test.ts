import { expect, test } from 'vitest';
import { cardTitleOf, sharedTexts } from './shared-texts';

const post = {
  title: 'Late tide',
  subtitle: '',
  excerpt: '',
  seoTitle: '',
  seoDescription: '',
  socialTitle: '',
  socialDescription: '',
};
const textsOf = (fields: Partial<typeof post>) => sharedTexts({ ...post, ...fields }, 'It came at nine.', 'The Quay');

test('without fields of their own, search and sharing show the title and the beginning of the text', () => {
  expect(textsOf({})).toEqual({
    search: { title: 'Late tide — The Quay', description: 'It came at nine.' },
    social: { title: 'Late tide', description: 'It came at nine.' },
  });
  expect(textsOf({ title: ' ' }).social.title).toBe('Untitled');
});

test('what is for search engines is also for sharing, unless that has fields of its own', () => {
  const seo = { seoTitle: 'When the tide is late', seoDescription: 'Tides, explained.', excerpt: 'Not this.' };
  expect(textsOf(seo).social).toEqual({ title: 'When the tide is late', description: 'Tides, explained.' });
  const social = { ...seo, socialTitle: 'It was late', socialDescription: 'By forty minutes.' };
  expect(textsOf(social)).toEqual({
    search: { title: 'When the tide is late', description: 'Tides, explained.' },
    social: { title: 'It was late', description: 'By forty minutes.' },
  });
});

test('a drawn card has the social title, else the title, and never the one for search engines', () => {
  expect(cardTitleOf({ ...post, socialTitle: 'It was late' })).toBe('It was late');
  expect(cardTitleOf(post)).toBe('Late tide');
});
