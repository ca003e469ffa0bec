import { expect, test } from 'vitest';
import { parseHtml } from './parsing';
import { lossesIn, lossSentence } from './losses';

const losses = (html: string) => lossesIn(html, parseHtml(html));

test.each([
  ['<form action="/join"><input name="mail"><button>Join</button></form>', ['form', 'input', 'button']],
  ['<p>Words</p><script src="https://x.test/a.js"></script>', ['script']],
  ['<style>p { color: red }</style><p>Words</p>', ['style']],
  ['<p><a href="/a" onclick="go()">Go</a></p>', ['onclick']],
  ['<iframe src="https://forms.example/1"></iframe>', ['iframe']],
  ['<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>', ['svg']],
  ['<img src="javascript:x">', ['img']],
])('%s loses %j', (html, names) => {
  expect(losses(html)).toEqual(names);
});

test.each([
  '<details><summary>More</summary><p>Words</p></details>',
  '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>',
  '<div class="box"><p>Words</p></div>',
  '<table><tr><td>1</td></tr></table>',
  '<p>Of &lt;form&gt; and <!-- <script> --> others</p>',
  '<video src="/uploads/a.mp4"></video>',
  '',
])('%s loses nothing', (html) => {
  expect(losses(html)).toEqual([]);
});

test('the sentence names what is lost and says what to do', () => {
  expect(lossSentence(['form', 'input'])).toBe(
    'Readers will see this without: form and input. A post cannot contain forms, scripts or their styles. Link to a page that has them, or put the code into a slot.',
  );
  expect(lossSentence([])).toBe('');
});
