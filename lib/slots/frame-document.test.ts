import { expect, test } from 'vitest';
import { frameDocument as documentOf } from './frame-document';
import { FRAME_SANDBOX } from '@/lib/web/frame-sandbox';

const frameDocument = (code: string, number: string) =>
  documentOf({ code, language: 'de-AT', title: 'Anzeige & "mehr"' }, number);

const messy = '\uFEFF<!-- “smart” --><style>body{background:red}</style><div><script>var s="<\\/script>"</script>\r\n';

test('the document holds the pasted code byte for byte', () => {
  expect(frameDocument(messy, '1').body).toContain(messy);
});

test('the document has an opaque origin even when opened directly, and no other site may frame it', () => {
  const policy = frameDocument('<b>x</b>', '1').headers['Content-Security-Policy'];

  expect(policy).toContain(`sandbox ${FRAME_SANDBOX};`);
  expect(policy).toContain("frame-ancestors 'self'");
  expect(FRAME_SANDBOX).not.toMatch(/allow-same-origin|allow-modals|allow-top-navigation(?!-by-user)/);
});

test('it is cached for ever, unless the code needs a fresh number each time', () => {
  expect(frameDocument('<b>x</b>', '1').headers['Cache-Control']).toContain('immutable');

  const fresh = frameDocument('<img src="//a.example/p?cb=[timestamp]">', '77');
  expect(fresh.headers['Cache-Control']).toContain('no-store');
  expect(fresh.body).toContain('cb=77');
});

test('a test has an observer before the code and is never stored; a reader’s frame has none', () => {
  const content = { code: '<b>x</b>', language: 'en', title: 'x' };
  const tested = documentOf({ ...content, isTest: true }, '1');
  expect(tested.body.indexOf('slotTest')).toBeLessThan(tested.body.indexOf('<b>x</b>'));
  expect(tested.headers['Cache-Control']).toBe('private, no-store');
  expect(tested.headers['Content-Security-Policy']).toBe(documentOf(content, '1').headers['Content-Security-Policy']);
  for (const framedBy of [null, 'https://site.example']) {
    expect(documentOf({ ...content, framedBy }, '1').body).not.toContain('slotTest');
  }
});

test('it has the site’s language and the slot’s name', () => {
  expect(frameDocument('<b>x</b>', '1').body).toContain(
    '<html lang="de-AT"><head><meta charset="utf-8"><title>Anzeige &amp; &quot;mehr&quot;</title>',
  );
});
