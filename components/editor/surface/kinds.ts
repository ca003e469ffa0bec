/** What the sheet can hold as text that is edited in place. Everything else is kept as it is, in a block of its own. */
const textBlocks = 'P H1 H2 H3 H4 H5 H6 UL OL BLOCKQUOTE PRE TABLE';
const insideBlocks = 'LI P H2 H3 H4 UL OL BLOCKQUOTE PRE THEAD TBODY TFOOT TR TD TH CAPTION COLGROUP COL';
const inline =
  'A STRONG B EM I U S DEL INS CODE KBD SAMP VAR MARK SUB SUP SMALL ABBR CITE Q DFN TIME BR SPAN WBR BDI BDO RUBY RT RP';

const blockNames = new Set(textBlocks.split(' '));
const innerNames = new Set(`${insideBlocks} ${inline}`.split(' '));
const inlineNames = new Set(inline.split(' '));

export function isInline(node: Node) {
  return node.nodeType === Node.TEXT_NODE || (node instanceof Element && inlineNames.has(node.tagName));
}

/** Whether an element may stand on the sheet as it is: known names all the way down, and nothing in it that acts. */
export function isEditableBlock(element: Element) {
  if (!blockNames.has(element.tagName) && !isPullQuote(element)) return false;
  return [element, ...element.querySelectorAll('*')].every(
    (part, index) => (index === 0 || innerNames.has(part.tagName)) && isHarmless(part),
  );
}

/** A quotation that stands out of the text is a figure round a blockquote. */
export function isPullQuote(element: Element) {
  return (
    element.tagName === 'FIGURE' && element.children.length === 1 && element.firstElementChild?.tagName === 'BLOCKQUOTE'
  );
}

export function isHarmless(element: Element) {
  return [...element.attributes].every(
    ({ name, value }) => !/^on/i.test(name) && !(/^(href|src)$/i.test(name) && !isSafeAddress(value)),
  );
}

/** http, https, mail, telephone, and addresses within the site. */
export function isSafeAddress(address: string) {
  // eslint-disable-next-line no-control-regex -- browsers skip control characters inside a scheme
  const plain = address.replace(/[\u0000-\u0020]/g, '').toLowerCase();
  const scheme = /^([a-z][a-z0-9+.-]*):/.exec(plain)?.[1];
  return scheme === undefined || ['http', 'https', 'mailto', 'tel'].includes(scheme);
}

/** The address that somebody meant: "example.org" is one, "hello" is not. */
export function addressFrom(text: string): string | null {
  const typed = text.trim();
  if (!typed || /\s/.test(typed) || !isSafeAddress(typed)) return null;
  if (/^(https?:\/\/|mailto:|tel:|\/|#)/i.test(typed)) return typed;
  if (/^[^@/]+@[^@/]+\.[^@/]+$/.test(typed)) return `mailto:${typed}`;
  return /^[^/]+\.[a-z\u00a1-\uffff]{2,}(?:[/?#:].*)?$/i.test(typed) ? `https://${typed}` : null;
}

/** A web address alone on its line becomes an embed; a path, a mail address or a sentence does not. */
export function embeddableUrl(text: string): string | null {
  const typed = text.trim();
  if (!/^https?:\/\/\S+$/i.test(typed)) return null;
  return URL.canParse(typed) ? new URL(typed).href : null;
}
