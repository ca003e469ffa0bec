import { webAddress } from './addresses';

export type PastedText =
  { kind: 'address'; url: string } | { kind: 'line'; text: string } | { kind: 'html'; html: string };

/** Plain text: a lone web address, one line, or paragraphs and whatever Markdown marks out at the head of a line. */
export function readPastedText(text: string): PastedText {
  const url = webAddress(text);
  if (url) return { kind: 'address', url };
  const trimmed = text.replace(/\r\n?/g, '\n').replace(/^\n+|\s+$/g, '');
  if (!trimmed.includes('\n') && !/^(#{1,4}|[-*+]|\d+[.)]|>) /.test(trimmed)) return { kind: 'line', text: trimmed };
  return { kind: 'html', html: markdownBlocks(trimmed) };
}

function markdownBlocks(text: string) {
  const html: string[] = [];
  const parts = text.split(/(^```[^\n]*\n[\s\S]*?^```\s*$)/m);
  for (const part of parts) {
    const fence = /^```([\w+#-]*)[^\n]*\n([\s\S]*?)^```\s*$/m.exec(part);
    if (fence)
      html.push(`<pre><code${fence[1] ? ` class="language-${fence[1]}"` : ''}>${escape(fence[2] ?? '')}</code></pre>`);
    else for (const block of part.split(/\n{2,}/)) if (block.trim()) html.push(markdownBlock(block.trim()));
  }
  return html.join('');
}

function markdownBlock(block: string): string {
  const heading = /^(#{1,6})\s+([^\n]+)(?:\n([\s\S]+))?$/.exec(block);
  if (heading) {
    const level = Math.min(4, Math.max(2, (heading[1] ?? '').length));
    return `<h${level}>${inlineMarks(heading[2] ?? '')}</h${level}>${heading[3] ? markdownBlock(heading[3]) : ''}`;
  }
  const lines = block.split('\n');
  for (const [mark, list] of [
    [/^[-*+]\s+/, 'ul'],
    [/^\d+[.)]\s+/, 'ol'],
  ] as const) {
    if (!lines.every((line) => mark.test(line))) continue;
    return `<${list}>${lines.map((line) => `<li>${inlineMarks(line.replace(mark, ''))}</li>`).join('')}</${list}>`;
  }
  if (lines.every((line) => line.startsWith('>'))) {
    return `<blockquote><p>${lines.map((line) => inlineMarks(line.replace(/^>\s?/, ''))).join('<br>')}</p></blockquote>`;
  }
  if (/^(-{3,}|\*{3,})$/.test(block)) return '<hr>';
  return `<p>${lines.map(inlineMarks).join('<br>')}</p>`;
}

function inlineMarks(text: string) {
  return escape(text)
    .replace(/`([^`]+)`/g, '<code>$1</code>')
    .replace(/\*\*([^\s*][^*]*)\*\*/g, '<strong>$1</strong>')
    .replace(/(^|[^\w*])\*([^\s*][^*]*)\*/g, '$1<em>$2</em>')
    .replace(/\[([^\]]+)\]\((https?:\/\/[^\s)]+)\)/g, '<a href="$2">$1</a>');
}

function escape(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
