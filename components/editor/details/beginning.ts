/** Much more than a description takes, and little enough to be read at each key. */
const MAX_HTML = 4_000;
const marks: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&nbsp;': ' ', '&amp;': '&' };

/** The first words of a text of the editor, without its notes. */
export function beginningOf(html: string) {
  return html
    .slice(0, MAX_HTML)
    .replace(/<span data-footnote[^>]*>[^]*?<\/span>/g, '')
    .replace(/<\/(?:p|h[1-6]|li|blockquote|figcaption|td|th|summary)>|<br>/g, ' ')
    .replace(/<[^>]*(?:>|$)/g, '')
    .replace(/&(?:lt|gt|quot|nbsp|amp);/g, (mark) => marks[mark] ?? mark)
    .replace(/\s+/g, ' ')
    .trim();
}
