import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safeReturnTo } from './return-to';

describe('safeReturnTo', () => {
  test.each([
    '/',
    '/harbour-news',
    '/a-post?x=1#comment-7',
    '/account',
    '/admin/posts?q=%2F%2Fa',
    '/admin/comments',
    '/a-post/comments/7',
    '/gr%C3%BC%C3%9Fe',
  ])('%s is kept', (path) => {
    expect(safeReturnTo(path)).toBe(path);
  });

  test.each([
    undefined,
    null,
    7,
    ['/a', '/b'],
    '',
    'harbour-news',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    '/.//evil.example',
    '/a/..//evil.example',
    'javascript:alert(1)',
    '/signin?to=/signin',
    '/signup',
    '/api/auth/callback/oidc',
    '/comments/waiting',
    '/comments/resume?draft=dGhlIHNlY3JldCBvZiBhIHRleHQ',
    '/Comments/waiting',
    '/%63omments/waiting',
    '/a/../comments/waiting',
    '/%73ignin?to=/a',
    '/account/export',
    '/%E0%A4%A',
    `/${'a'.repeat(2_000)}`,
  ])('%j is refused', (value) => {
    expect(safeReturnTo(value)).toBe('');
  });

  test('never leaves the site, whatever is typed', () => {
    const nasty = fc.string({ unit: fc.constantFrom(...'/\\.:@?#%\t\n ab0eEvil'), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(
          nasty,
          nasty.map((tail) => `/${tail}`),
          fc.webUrl(),
        ),
        (value) => {
          const answer = safeReturnTo(value);
          expect(new URL(answer, 'https://site.example/signin').origin).toBe('https://site.example');
        },
      ),
    );
  });
});
