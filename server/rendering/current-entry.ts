const menuStart = '<nav class="masthead__nav masthead__nav--own"';

/** Marks the entry of the header's menu that leads to this very page: a layout does not know its address. */
export function withCurrentEntry(html: string, address: string) {
  const start = html.indexOf(menuStart);
  const end = html.indexOf('</nav>', start);
  if (start < 0 || end < 0) return html;
  const href = `href="${address.replaceAll('&', '&amp;')}"`;
  const menu = html.slice(start, end).replaceAll(href, () => `${href} aria-current="page"`);
  return html.slice(0, start) + menu + html.slice(end);
}
