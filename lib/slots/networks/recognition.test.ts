import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { evaluatesText, executionOf, othersIn, recognise } from './recognition';

const client = 'ca-pub-1234567890123456';
const loader = `<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=${client}" crossorigin="anonymous"></script>`;
const push = '<script>(adsbygoogle = window.adsbygoogle || []).push({});</script>';
const unit = (more = '') =>
  `<ins class="adsbygoogle" style="display:block" data-ad-client="${client}" data-ad-slot="11" ${more}></ins>`;
const gptHead = `<script async src="https://securepubads.g.doubleclick.net/tag/js/gpt.js" crossorigin="anonymous"></script>
<script>window.googletag = window.googletag || {cmd: []}; googletag.cmd.push(function() {
  googletag.defineSlot('/123/quay', [[300, 250], [336, 280]], 'div-gpt-1').addService(googletag.pubads()); });</script>`;
const gptBody = `<div id='div-gpt-1' style='min-width: 300px'><script>googletag.cmd.push(function() { googletag.display('div-gpt-1'); });</script></div>`;
const legacy = `<script>google_ad_client = "ca-pub-1234567890123456"; google_ad_slot = "77"; google_ad_width = 728; google_ad_height = 90;</script>
<script src="http://pagead2.googlesyndication.com/pagead/show_ads.js"></script>`;

test.each([
  ['AdSense, display', `${loader}${unit('data-ad-format="auto"')}${push}`, 'Google AdSense', 'display unit', 'in-page'],
  [
    'AdSense, in an article',
    `${loader}${unit('data-ad-layout="in-article" data-ad-format="fluid"')}${push}`,
    'Google AdSense',
    'in-article unit',
    'in-page',
  ],
  [
    'AdSense, in a list',
    `${loader}${unit('data-ad-format="fluid" data-ad-layout-key="-6t+ed"')}${push}`,
    'Google AdSense',
    'in-feed unit',
    'in-page',
  ],
  ['AdSense, automatic', loader, 'Google AdSense', 'automatic ads', 'in-page'],
  ['AdSense, older code', legacy, 'Google AdSense', 'older code', 'in-page'],
  [
    'AdSense from a word processor',
    `${loader}${unit()}${push}`.replaceAll('"', '”'),
    'Google AdSense',
    'display unit',
    'in-page',
  ],
  ['Google Publisher Tag', gptHead + gptBody, 'Google Publisher Tag', 'unit', 'in-page'],
  [
    'EthicalAds',
    '<script async src="https://media.ethicalads.io/media/client/ethicalads.min.js"></script><div data-ea-publisher="quay" data-ea-type="image"></div>',
    'EthicalAds',
    'image ad',
    'in-page',
  ],
  [
    'Carbon',
    '<script async type="text/javascript" src="//cdn.carbonads.com/carbon.js?serve=A&placement=quay" id="_carbonads_js"></script>',
    'Carbon',
    'ad',
    'in-page',
  ],
  [
    'Amazon, widget',
    '<script>amzn_assoc_placement = "a";</script><script src="//z-na.amazon-adsystem.com/widgets/onejs?MarketPlace=US"></script>',
    'Amazon',
    'native widget',
    'sandboxed',
  ],
  [
    'Amazon, link and image',
    '<a href="https://www.amazon.com/dp/1"><img src="//ws-na.amazon-adsystem.com/widgets/q?ASIN=1"></a><img src="//ir-na.amazon-adsystem.com/e/ir?t=1" width="1" height="1">',
    'Amazon',
    'link with an image',
    'sandboxed',
  ],
  [
    'Amazon, frame',
    '<iframe style="width:120px;height:240px" src="//ws-na.amazon-adsystem.com/widgets/q?x=1"></iframe>',
    'Amazon',
    'frame',
    'sandboxed',
  ],
  [
    'Revive, asynchronous',
    '<ins data-revive-zoneid="7" data-revive-id="abc"></ins><script async src="//ads.example/asyncjs.php"></script>',
    'Revive Adserver',
    'asynchronous zone',
    'isolated-origin',
  ],
  [
    'Revive, frame',
    '<iframe src="https://ads.example/afr.php?zoneid=7" width="468" height="60"></iframe>',
    'Revive Adserver',
    'frame',
    'sandboxed',
  ],
  [
    'Media.net',
    '<div id="1"><script>window._mNHandle.queue.push(function () { window._mNDetails.loadTag("1", "300x250", "1"); });</script></div>',
    'Media.net',
    'contextual unit',
    'in-page',
  ],
  [
    'an image',
    '<a href="https://a.example"><img src="https://a.example/x.png" width="300" height="250"></a>',
    '',
    'image',
    'sandboxed',
  ],
  ['a frame', '<iframe src="https://a.example/x" width="300" height="250"></iframe>', '', 'frame', 'sandboxed'],
  ['a script', '<script src="https://a.example/x.js"></script>', '', 'script', 'sandboxed'],
])('%s is recognised', (...[, code, network, kind, isolation]) => {
  expect(recognise(code)).toMatchObject({ network, kind, isolation });
});

test.each([
  [`${loader}${unit()}${push}`.replace('display:block', 'display:inline-block;width:728px;height:90px'), 728, 90],
  [legacy, 728, 90],
  [gptHead + gptBody, 336, 280],
  ['<iframe style="width:120px;height:240px" src="//ws-na.amazon-adsystem.com/widgets/q?x=1"></iframe>', 120, 240],
  ['<iframe src="https://ads.example/afr.php?zoneid=7" width="468" height="60"></iframe>', 468, 60],
  [
    '<script>_mNDetails.loadTag("1", "300x250", "1")</script><script src="//contextual.media.net/dmedianet.js"></script>',
    300,
    250,
  ],
])('the size is known from %s', (code, width, height) => {
  expect(recognise(code)?.size).toEqual({ width, height });
});

test('a second network in one paste is named, unless it bids through Google Publisher Tag', () => {
  const two =
    unit('') +
    '<div data-ea-publisher="harbour" data-ea-type="image"></div><script async src="https://media.ethicalads.io/media/client/ethicalads.min.js"></script>';
  expect(othersIn(two)).toEqual(['EthicalAds']);
  expect(othersIn(unit(''))).toEqual([]);
  expect(othersIn('<b>plain</b>')).toEqual([]);
});

test('recognises nothing in plain text', () => {
  expect(recognise('Hello')).toBeNull();
  expect(recognise('')).toBeNull();
});

test('AdSense’s own form is built from older code, and from code with curly quotes', () => {
  const canonical = recognise(legacy)?.canonical ?? '';

  expect(canonical).toContain(`?client=${client}" crossorigin="anonymous"></script>`);
  expect(canonical).toContain(
    `style="display:inline-block;width:728px;height:90px" data-ad-client="${client}" data-ad-slot="77"></ins>`,
  );
  expect(recognise(canonical)).toMatchObject({ kind: 'display unit', refusals: [{}, {}] });
  expect(recognise(unit().replaceAll('"', '“'))?.canonical).toContain('data-ad-slot="11"></ins>');
});

test('recognises the network’s own form as the same network', () => {
  for (const code of [`${loader}${unit('data-ad-format="auto"')}${push}`, gptHead + gptBody]) {
    const { canonical } = recognise(code) ?? {};
    expect(recognise(canonical ?? '')).toMatchObject({ canonical, notes: [], kind: recognise(code)?.kind });
  }
});

test('builds no form from names that would change its meaning', () => {
  const odd = (gptHead + gptBody).replaceAll('div-gpt-1', 'a</script><b>');

  expect(recognise(odd)?.canonical).toBeNull();
});

test('gives a reason for each refusal', () => {
  const refusals = (code: string) =>
    (recognise(code)?.refusals ?? []).map(({ isolation = 'all', sentence }) => [isolation, sentence]);

  expect(refusals(`${loader}${unit()}${push}`)).toEqual([
    ['sandboxed', expect.stringContaining('does not allow its code inside a frame')],
    ['isolated-origin', expect.stringContaining('does not allow its code inside a frame')],
  ]);
  expect(refusals(`${loader}${unit().replace('display:block', 'display:none')}${push}`).at(-1)).toEqual([
    'all',
    expect.stringContaining('display:none'),
  ]);
  expect(refusals(legacy).at(-1)).toEqual(['in-page', expect.stringContaining('Use its present form')]);
  expect(refusals(gptHead + gptHead + gptBody)).toEqual([['all', expect.stringContaining('twice')]]);
  const carbon = '<script src="//cdn.carbonads.com/carbon.js?serve=A" id="_carbonads_js"></script>';
  expect(refusals(carbon + carbon)).toEqual([['all', expect.stringContaining('one ad on a page')]]);
});

test('names what is missing', () => {
  const notes = (code: string) => recognise(code)?.notes.join(' ');

  expect(notes(gptHead)).toContain('part for the page’s body');
  expect(notes(gptBody)).toContain('part for the page’s head');
  expect(notes(`${loader}${unit()}${unit()}${push}`)).toContain('2 units and fills 1');
  expect(notes('<script src="//cdn.carbonads.com/carbon.js?serve=A"></script>')).toContain('id="_carbonads_js"');
});

test('how a page runs it', () => {
  expect(executionOf(`${loader}${unit()}${push}`)).toEqual({
    once: [`https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=${client}`],
    isPageWide: false,
  });
  expect(executionOf(loader).isPageWide).toBe(true);
  expect(executionOf('<script src="https://a.example/x.js"></script>')).toEqual({ once: [], isPageWide: false });
  expect([evaluatesText('Google AdSense'), evaluatesText('Carbon'), evaluatesText('')]).toEqual([true, false, false]);
});

test.each([
  '<ins class="adsbygoogle" ',
  'adsbygoogle',
  ".defineSlot('/1', [1, 1], 'a",
  '<script src="carbon.js?',
  '<div data-ea-publisher="',
  '<a b=',
  "<a b='",
  'google_ad_client=',
  'width:',
  '_mNDetails.loadTag(',
])('examines code of nothing but %s in linear time', (piece) => {
  const code = `googletag ethicalads carbonads medianet_width ${piece.repeat(100_000 / piece.length)}`;
  recognise(code.slice(0, 1_000));
  const processorTime = startProcessorTime();
  recognise(code);
  expect(processorTime()).toBeLessThan(400);
});
