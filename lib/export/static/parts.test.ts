import { describe, expect, test } from 'vitest';
import { lineOfRedirect, pageOfRedirect, type Redirect } from './redirects';
import { SearchIndex, wordsOf } from './search-index';

describe('the index of the copy', () => {
  test('has every word once, without accents and in small letters', () => {
    expect(wordsOf('The café, THE Café — № 7 漁港')).toBe('7 cafe no the 漁港');
  });

  test('comes in parts of a bounded size', () => {
    const index = new SearchIndex();
    const text = Array.from({ length: 20_000 }, (_, at) => `word${at}`).join(' ');
    const page = { address: '../a/index.html', title: 'A', summary: '', day: '', text };
    const parts = Array.from({ length: 7 }, () => index.add(page)).filter((part) => part !== null);
    const last = index.flush();
    expect([...parts, last].map((part) => part?.name)).toEqual([
      'search/index-1.js',
      'search/index-2.js',
      'search/index-3.js',
    ]);
    expect(last?.text).toMatch(/^addToSearch\(\[\n\["\.\.\/a\/index\.html","A"/);
    expect(index.flush()).toBeNull();
  });
});

describe('redirects of the copy', () => {
  const redirect = (more: Partial<Redirect> = {}): Redirect => ({
    from: '/old',
    to: '/new',
    status: 301,
    kind: 'exact',
    ...more,
  });

  test.each([
    [redirect(), '/old /new 301'],
    [redirect({ kind: 'prefix', status: 302 }), '/old/* /new/:splat 302'],
    [redirect({ status: 410, to: '' }), null],
    [redirect({ from: '/?p=1' }), null],
  ])('%j is the line %s', (given, line) => {
    expect(lineOfRedirect(given)).toBe(line);
  });

  test('a page leads on from where the address was', () => {
    const page = pageOfRedirect(redirect({ from: '/2012/old', to: '/new#x' }), 'https://blog.example');
    expect(page?.name).toBe('2012/old/index.html');
    expect(page?.html).toContain('content="0; url=../../new/index.html#x"');
    expect(
      pageOfRedirect(redirect({ from: '/old.html', to: 'https://b.example/?a&b' }), 'https://blog.example'),
    ).toMatchObject({
      name: 'old.html',
      html: expect.stringContaining('href="https://b.example/?a&amp;b"') as string,
    });
  });

  test.each([{ kind: 'prefix' }, { status: 410, to: '' }, { from: '/?p=1' }, { from: '/index.php' }])(
    'no page stands for %j',
    (more) => {
      expect(pageOfRedirect(redirect(more), 'https://blog.example')).toBeNull();
    },
  );
});
