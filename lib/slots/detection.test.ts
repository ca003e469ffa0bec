import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { detectCode } from './detection';

test.each([
  ['<iframe width="300" height="250" src="https://a.example/x"></iframe>', 300, 250],
  ['<a href="#"><img src="x.png" width=728 height=90></a>', 728, 90],
  ['<ins style="display:inline-block;width:336px;height:280px"></ins>', 336, 280],
  ['<!-- Leaderboard 970x250 --><script src="https://a.example/s.js"></script>', 970, 250],
  ['<script>x_width = 160;\nx_height = 600;</script>', 160, 600],
  ["<script>define('/1/unit', [300, 600], 'div-1')</script>", 300, 600],
])('the size is read from %s', (code, width, height) => {
  expect(detectCode(code).size).toEqual({ width, height });
});

test('code that says nothing of its size has none', () => {
  expect(detectCode('<div style="max-width:300px;width:100%"></div>').size).toBeNull();
  expect(detectCode('').size).toBeNull();
});

test('hosts are listed once, whatever the spelling', () => {
  const code =
    '<script src="//CDN.a.example/s.js"></script><img src="https://cdn.a.example:8080/p"> "https:\\/\\/b.example\\/x"';

  expect(detectCode(code).hosts).toEqual(['cdn.a.example', 'b.example']);
});

test('the target of a link is no host that it loads from', () => {
  const code = '<a href="https://shop.example.net/x"><img src="https://cdn.a.example/x.png" alt=""></a>';

  expect(detectCode(code).hosts).toEqual(['cdn.a.example']);
});

test.each([
  ['<script>document.write("<b>x</b>")</script>', 'document.write'],
  ['<script>if (window.top !== self) top.location = "x"</script>', 'the page around it'],
  ['<script>localStorage.x = 1</script>', 'cookies or storage'],
  ['<script>alert(1)</script>', 'message boxes'],
  ['<img src="http://a.example/x.png">', 'http:'],
  ['<img src=“https://a.example/x.png”>', 'typographic quotes'],
  ['\uFEFF<b>x</b>', 'invisible mark'],
  ['<style>body{color:red}</style>', 'styles of its own'],
  ['<?php echo 1 ?>', 'server code'],
  ['var x = 1;', 'plain text'],
  ['<ins class="adsbygoogle"></ins>', 'AdSense'],
])('%s is explained in plain words', (code, words) => {
  expect(
    detectCode(code)
      .findings.map((finding) => finding.words)
      .join(' '),
  ).toContain(words);
});

test('an honest link with an image raises no warning', () => {
  expect(
    detectCode('<a href="https://a.example"><img src="https://a.example/x.png" alt="“Nets”"></a>').findings,
  ).toEqual([]);
});

test.each(['<div ', 'style="', "style='", '//a', '//a-', 'a-', '= ', '[ ', 'document ', '<iframe width=', '//a.'])(
  'examines code of nothing but "%s" in linear time',
  (piece) => {
    const code = `//${piece.repeat(100_000 / piece.length)}`;
    detectCode(code.slice(0, 1_000));
    const processorTime = startProcessorTime();
    detectCode(code);
    // It took ten times as long where each beginning looked for an end through all the rest.
    expect(processorTime()).toBeLessThan(400);
  },
);

test('describes what a frame does and does not allow', () => {
  const wordsOf = (code: string) => detectCode(code).findings.map(({ words }) => words);

  expect(wordsOf('<script>localStorage.a = 1</script>')).toEqual([
    'It uses cookies or storage. In the frame they work while the page is open and are then forgotten.',
  ]);
  expect(wordsOf('<a href="/land">x</a>')).toEqual([
    'It links to an address without a host, which leads to a page of this site. Use the full address with https://.',
  ]);
  expect(wordsOf('<script async>document.write(1)</script>')).toHaveLength(2);
  expect(wordsOf('<a href="//cdn.example/x">x</a>')).toEqual([]);
});

test('gives other advice for code in the page than for code in a frame', () => {
  const wordsOf = (code: string) => detectCode(code, 'in-page').findings.map(({ words }) => words);

  expect(wordsOf('<script>localStorage.a = 1; alert(1)</script>')).toEqual([]);
  expect(wordsOf('<script>document.write(1)</script>')).toEqual([expect.stringContaining('which is refused there')]);
  expect(wordsOf('<a href="https://a.example" onclick="go()">x</a>')).toEqual([
    expect.stringContaining('do not run in the page'),
  ]);
  expect(wordsOf('<style>p{color:red}</style>')).toEqual([expect.stringContaining('apply to the whole page')]);
});

test('does not examine code that is too long', () => {
  expect(detectCode('<b>'.repeat(2_000_000))).toEqual({
    size: null,
    hosts: [],
    findings: [expect.objectContaining({ words: expect.stringContaining('larger than 100 kB') as string })],
    recognition: null,
  });
});
