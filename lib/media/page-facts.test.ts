import { expect, test } from 'vitest';
import { factsInDescription, factsInPage } from './page-facts';

test('what a page says of itself is read from its head, with entities and addresses resolved', () => {
  const html = `<title>Plain</title><meta property="og:title" content="Fog &amp; <b>tide</b>">
    <meta content='About the "quay"' name=description><meta name="description" content="About the quay">
    <meta property="og:image" content="/fog.jpg?a=1&amp;b=2"><meta property="og:site_name" content="Harbour">`;
  expect(factsInPage(html, 'https://www.harbour.example/a')).toEqual({
    title: 'Fog & <b>tide</b>',
    text: 'About the quay',
    site: 'Harbour',
    picture: 'https://www.harbour.example/fog.jpg?a=1&b=2',
  });
});

test('a page that says little has its title and its host', () => {
  expect(factsInPage('<title> Tides\n </title>', 'https://www.harbour.example/')).toEqual({
    title: 'Tides',
    text: '',
    site: 'harbour.example',
    picture: '',
  });
  expect(factsInPage('', 'https://x.test/').title).toBe('');
});

test('a provider’s description is read, and what is none is not', () => {
  const json = JSON.stringify({ title: 'Fog', provider_name: 'YouTube', thumbnail_url: 'https://i.test/a.jpg' });
  expect(factsInDescription(json)).toEqual({
    title: 'Fog',
    text: '',
    site: 'YouTube',
    picture: 'https://i.test/a.jpg',
  });
  expect(factsInDescription('<html>')).toBeNull();
  expect(factsInDescription('{"title":{}}')).toBeNull();
});
