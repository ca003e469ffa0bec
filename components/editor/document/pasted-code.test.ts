import { expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { readPastedCode } from './pasted-code';

const vsCode = `<meta charset='utf-8'><div style="color: #cccccc;background-color: #1f1f1f;font-family: 'Droid Sans Mono', 'monospace', monospace;font-weight: normal;font-size: 14px;line-height: 19px;white-space: pre;"><div><span style="color: #c586c0;">if</span><span> (tide) {</span></div><div><span>    rise();</span></div><br><div><span>}</span></div></div>`;
const jetBrains = `<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body><pre style="background-color:#2b2b2b;color:#a9b7c6;font-family:'JetBrains Mono',monospace;font-size:9,8pt;"><span style="color:#cc7832;">def </span>rise():<br>    <span style="color:#cc7832;">pass</span></pre></body></html>`;
const editorData = (mode: string) => JSON.stringify({ version: 1, isFromEmptySelection: false, mode });

test.each([
  ['Visual Studio Code', vsCode, editorData('typescriptreact'), { kind: 'code', language: 'typescript' }],
  ['Visual Studio Code, a language of its own', vsCode, editorData('zig'), { kind: 'code', language: 'zig' }],
  ['Visual Studio Code, a text', vsCode, editorData('markdown'), { kind: 'text' }],
  ['an editor that names no language', vsCode, '', { kind: 'code', language: null }],
  ['an editor that says nonsense beside it', vsCode, '{"mode":', { kind: 'code', language: null }],
  ['JetBrains', jetBrains, '', { kind: 'code', language: null }],
  [
    'Sublime Text',
    '<!--StartFragment--><div style="font-family: monospace; white-space: pre"><span>a</span>\n  b</div>',
    '',
    { kind: 'code', language: null },
  ],
  [
    'a block of a page',
    '<div class="highlight"><pre><code class="language-rust">fn main() {}</code></pre></div>',
    '',
    { kind: 'code', language: 'rust' },
  ],
  ['a chat, where spaces count too', '<div style="white-space: pre-wrap"><span>Hello  you</span></div>', '', null],
  ['a page with code in it', '<p>See</p><pre>a\n  b</pre>', '', null],
  ['words', '<p>One</p>', '', null],
])('%s', (_name, html, data, expected) => {
  expect(readPastedCode(parseHtml(html), data)).toEqual(expected);
});
