import { expect, test } from 'vitest';
import {
  adInserterBlocks,
  adInserterExport,
  advancedAdsXml,
  bloggerTheme,
  wpQuadsJson,
} from '@/tests/factories/ad-settings';
import { readAdSettings } from './reading';

const summary = (text: string) => {
  const { system, ads, left } = readAdSettings(text);
  return { system, ads: ads.map(({ name, placement, position }) => [name, placement, position]), left };
};

test('Ad Inserter: all blocks, wherever they stood', () => {
  expect(summary(adInserterExport(adInserterBlocks))).toEqual({
    system: 'Ad Inserter',
    ads: [
      ['Under the title', 'below-title', undefined],
      ['In the text', 'in-article', { after: [2, 5] }],
      ['Turns (1)', 'in-article', { after: [3] }],
      ['Turns (2)', 'in-article', { after: [3] }],
      ['By hand', null, undefined],
      ['Code for the head of the page', 'header', undefined],
    ],
    left: ['“Server” is PHP, which does not run here.'],
  });
  const [first, , , , byHand] = readAdSettings(`:AI:${adInserterExport(adInserterBlocks)}\n`).ads;
  expect(first).toMatchObject({ code: adInserterBlocks[1].code, rules: { minimumWords: 120, pages: ['post'] } });
  expect(byHand).toMatchObject({
    devices: 'desktop',
    notes: ['It was limited by a list of categories, which was not imported.'],
  });
});

test.each([
  ['%3', 'After Paragraph', 'From Top', [{ after: [], every: 3 }, 0]],
  ['0.25', 'After Paragraph', 'From Top', [{ after: [], fractions: [0.25] }, 0]],
  ['3', 'Before Paragraph', 'From Top', [{ after: [2] }, 0]],
  ['2', 'Before Paragraph', 'From Bottom', [{ after: [], fromEnd: [2] }, 0]],
  ['3, 2', 'After Paragraph', 'From Bottom', [{ after: [], fromEnd: [2, 1] }, 0]],
  ['1', 'After Paragraph', 'From Bottom', [undefined, 1]],
  ['many', 'After Paragraph', 'From Top', [undefined, 1]],
])('Ad Inserter: paragraph %s, %s, %s', (paragraph_number, display_type, direction_type, found) => {
  const block = { code: 'x', display_type, paragraph_number, direction_type };
  const [ad] = readAdSettings(adInserterExport({ 1: block })).ads;
  expect([ad?.position, ad?.notes.length]).toEqual(found);
});

test('one exported block of Ad Inserter is enough', () => {
  expect(summary(adInserterExport({ code: '<b>x</b>', name: 'Alone', display_type: '4' } as never)).ads).toEqual([
    ['Alone', 'post-end', undefined],
  ]);
});

test('Advanced Ads: ads with their placements, AdSense units and images', () => {
  const found = readAdSettings(advancedAdsXml);
  expect(summary(advancedAdsXml)).toEqual({
    system: 'Advanced Ads',
    ads: [
      ['Ropes', 'in-article', { after: [3] }],
      ['Unit', 'post-end', undefined],
      ['Picture', null, undefined],
    ],
    left: [
      '“Dummy” is of the kind “dummy”, which has no code.',
      'Groups are not imported, their ads are, one by one: “Turns”.',
    ],
  });
  const [ropes, unit, picture] = found.ads;
  expect(ropes?.notes).toEqual(['It was also in “Foot”.']);
  expect(unit?.code).toContain('data-ad-client="ca-pub-1234567890123456" data-ad-slot="4567890123"');
  expect(unit?.notes).toEqual(['It was a draft.', 'It rotated with others of its group.']);
  expect(picture?.code).toBe(
    '<a href="https://shop.example/"><img src="https://old.example/a.png?x=1&amp;y=2" alt=""></a>',
  );
});

test('WP QUADS: both its forms', () => {
  expect(summary(wpQuadsJson)).toEqual({
    system: 'WP QUADS',
    ads: [
      ['Ad 1', 'below-title', undefined],
      ['Ad 2', 'in-article', { after: [4] }],
      ['Later', 'in-article', { after: [], every: 3 }],
      ['Widget ad 1', 'sidebar', undefined],
    ],
    left: [],
  });
  expect(readAdSettings(wpQuadsJson).ads[1]?.code).toContain('data-ad-slot="123"');
  const percent = { position: 'after_the_percentage', after_the_percentage_value: '30' };
  expect(summary(JSON.stringify({ ads: { ad1: { code: 'x', ...percent } } })).ads).toEqual([
    ['Ad 1', 'in-article', { after: [], fractions: [0.3] }],
  ]);
});

test('a Blogger theme: gadgets with ad code, and the loader in its head', () => {
  expect(summary(bloggerTheme)).toEqual({
    system: 'Blogger',
    ads: [
      ['AdSense in the theme', 'header', undefined],
      ['Top', 'header', undefined],
      ['HTML1', 'sidebar', undefined],
    ],
    left: [
      '“About” is plain HTML without ad code.',
      'The AdSense gadget “Ads” holds no code in a theme. Make a unit in AdSense and paste its code into a slot.',
    ],
  });
});

const serialised = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['', 'Choose a file'],
  ['hello', 'not recognised'],
  ['{"a":1}', 'not recognised'],
  ['<rss></rss>', 'not recognised'],
  ['{"ads":', 'not recognised'],
  [serialised('O:8:"stdClass":0:{}'), 'not recognised'],
  [serialised('a:1:{i:1;O:3:"Foo":1:{s:4:"code";s:1:"x";}}'), 'not recognised'],
  [serialised('a:99999:{i:1;a:1:{s:4:"code"'), 'not recognised'],
  [serialised(`a:1:{s:9:"__proto__";a:1:{s:4:"code";s:1:"x";}}`), 'not recognised'],
  [`<advads-export>${'<a>'.repeat(300)}`, 'not recognised'],
  ['x'.repeat(5_000_001), 'larger than 5 MB'],
])('what is no export is refused with a sentence: %.40s', (text, sentence) => {
  expect(() => readAdSettings(text)).toThrow(sentence);
  expect(({} as { code?: string }).code).toBeUndefined();
});

test('deep nesting and entities of its own come to nothing', () => {
  const deep = `${'a:1:{i:1;'.repeat(30_000)}i:1;${'}'.repeat(30_000)}`;
  expect(() => readAdSettings(serialised(deep))).toThrow('not recognised');
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><advads-export><ads><item><post_title>&b;</post_title><post_content>x</post_content></item></ads></advads-export>`;
  expect(readAdSettings(bomb).ads[0]?.name).not.toContain('aaaa');
});
