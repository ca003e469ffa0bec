import { expect, test } from 'vitest';
import { publicPolicy } from '@/server/http/content-security-policy';
import { deferScripts } from './hydration-loader';

const page = (head: string, body = '') => `<html><head>${head}</head><body><p>Read me</p>${body}</body></html>`;
const loading = '<script src="/_next/static/chunks/a.js" async=""></script>';

test('defers the scripts of a page, without preload hints', () => {
  const hint = '<link rel="preload" as="script" fetchPriority="low" href="/_next/static/chunks/a.js"/>';
  const deferred = deferScripts(page(hint + loading, '<script id="_R_">self.__next_f=1</script>'));
  expect(deferred).toContain('<script type="text/deferred" src="/_next/static/chunks/a.js" async=""></script>');
  expect(deferred).not.toContain('preload');
  expect(deferred).toContain('<script id="_R_">self.__next_f=1</script>');
});

test('other preloads, old browsers’ scripts and data stay as they are', () => {
  const others = [
    '<link rel="preload" href="/_next/static/media/a.woff2" as="font"/>',
    '<script src="/_next/static/chunks/old.js" noModule=""></script>',
    '<script type="application/ld+json">{"@graph":[]}</script>',
  ];
  const deferred = deferScripts(page(loading + others.join('')));
  for (const other of others) expect(deferred).toContain(other);
});

test('the loader comes last and is allowed by the policy of the page', () => {
  const deferred = deferScripts(page(loading));
  expect(deferred).toMatch(/<\/script><\/body><\/html>$/);
  expect(publicPolicy(deferred, { frameOrigin: null })).toMatch(/script-src 'self' 'sha256-/);
  expect(publicPolicy(page('', '<script>hydrateWhenNeeded("x")</script>'), { frameOrigin: null })).not.toContain(
    'sha256',
  );
});

test('a page without scripts stays as it is', () => expect(deferScripts(page(''))).toBe(page('')));
