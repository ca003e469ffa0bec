import { expect, test } from 'vitest';
import { withCurrentEntry } from './current-entry';

const link = '<a href="/about">About</a>';
const page = (nav: string) => `<body>${link}<nav class="${nav}">${link}<a href="/about-us">Us</a></nav>${link}</body>`;
const own = 'masthead__nav masthead__nav--own';

test('the entry that leads to the page is marked, in the menu alone', () => {
  expect(withCurrentEntry(page(own), '/about')).toBe(
    page(own).replace(`own">${link}`, 'own"><a href="/about" aria-current="page">About</a>'),
  );
});

test('other pages, and pages without a menu of the owner, stay as they are', () => {
  expect(withCurrentEntry(page(own), '/')).toBe(page(own));
  expect(withCurrentEntry(page('masthead__nav'), '/about')).toBe(page('masthead__nav'));
});
