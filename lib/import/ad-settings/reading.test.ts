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
    notes: ['It was bound to a list of categories, which does not come.'],
  });
});

test.each([
  ['%3', 'From Top', { after: [], every: 3 }, 0],
  ['0.5', 'From Top', { after: [], middle: true }, 1],
  ['2', 'From Bottom', { after: [], end: true }, 1],
  ['many', 'From Top', undefined, 1],
])('Ad Inserter: paragraph %s, %s', (paragraph_number, direction_type, position, notes) => {
  const [ad] = readAdSettings(
    adInserterExport({ 1: { code: 'x', display_type: 6, paragraph_number, direction_type } }),
  ).ads;
  expect([ad?.position, ad?.notes.length]).toEqual([position, notes]);
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
      'The groups “Turns” do not come; their ads do, each by itself.',
    ],
  });
  const [ropes, unit, picture] = found.ads;
  expect(ropes?.notes).toEqual(['It also stood in “Foot”.']);
  expect(unit?.code).toContain('data-ad-client="ca-pub-1234567890123456" data-ad-slot="4567890123"');
  expect(unit?.notes).toEqual(['It was a draft.', 'It took turns with others of its group.']);
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
});

test('a Blogger theme: gadgets with code of others, and the loader in its head', () => {
  expect(summary(bloggerTheme)).toEqual({
    system: 'Blogger',
    ads: [
      ['AdSense in the theme', 'header', undefined],
      ['Top', 'header', undefined],
      ['HTML1', 'sidebar', undefined],
    ],
    left: [
      '“About” is HTML of your own, without code of others.',
      'The AdSense gadget “Ads” holds no code in a theme. Make a unit in AdSense and paste its code into a slot.',
    ],
  });
});

const serialised = (text: string) => Buffer.from(text).toString('base64');

test.each([
  ['', 'Choose a file'],
  ['hello', 'no ad settings that are known here'],
  ['{"a":1}', 'no ad settings'],
  ['<rss></rss>', 'no ad settings'],
  ['{"ads":', 'no ad settings'],
  [serialised('O:8:"stdClass":0:{}'), 'no ad settings'],
  [serialised('a:1:{i:1;O:3:"Foo":1:{s:4:"code";s:1:"x";}}'), 'no ad settings'],
  [serialised('a:99999:{i:1;a:1:{s:4:"code"'), 'no ad settings'],
  [serialised(`a:1:{s:9:"__proto__";a:1:{s:4:"code";s:1:"x";}}`), 'no ad settings'],
  [`<advads-export>${'<a>'.repeat(300)}`, 'no ad settings'],
  ['x'.repeat(5_000_001), 'larger than 5 MB'],
])('what is no export is refused with a sentence: %.40s', (text, sentence) => {
  expect(() => readAdSettings(text)).toThrow(sentence);
  expect(({} as { code?: string }).code).toBeUndefined();
});

test('deep nesting and entities of its own come to nothing', () => {
  const deep = `${'a:1:{i:1;'.repeat(30_000)}i:1;${'}'.repeat(30_000)}`;
  expect(() => readAdSettings(serialised(deep))).toThrow('no ad settings');
  const bomb = `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><advads-export><ads><item><post_title>&b;</post_title><post_content>x</post_content></item></ads></advads-export>`;
  expect(readAdSettings(bomb).ads[0]?.name).not.toContain('aaaa');
});
