import { expect, test } from 'vitest';
import { commentExcerpt, plainCommentText } from './plain-text';
import { renderMarkdown } from './rendering';

test('an excerpt does not say what it quotes as if its author had said so', () => {
  const { html } = renderMarkdown('> Written without JavaScript\n\nReally?\n\n> > Older\n>\n> Old');
  expect(commentExcerpt(html)).toBe('“Written without JavaScript” Really? ““Older” Old”');
  expect(plainCommentText(html)).toBe('Written without JavaScript Really? Older Old');
});

test('an excerpt of a comment without quotes is its text', () => {
  const { html } = renderMarkdown('Said “so” at *last*.\n\n1. Nets\n2. Knots');
  expect(commentExcerpt(html)).toBe(plainCommentText(html));
});
