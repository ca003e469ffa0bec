import { knownEmbed } from './embeds';
import { appendText, element, elementsIn, textOf, type HtmlElement, type HtmlNode } from './tree';
import { safeUrl, uploadAddress } from './urls';

type Card = { label: string; /** The address of an upload, or "". */ poster?: string };

/** The stored form of an embed: a figure with the address and a plain link, which may hold a picture. */
export function embedFigure(url: string, { label, poster }: Card, caption: HtmlNode[]): HtmlElement {
  const words: HtmlNode[] = [];
  appendText(words, label.replace(/\s+/g, ' ').trim() || defaultEmbedLabel(url));
  const picture = poster ? [element('img', { src: poster, alt: '' }, [])] : [];
  return element('figure', { 'data-embed': url }, [element('a', { href: url }, [...picture, ...words]), ...caption]);
}

/** Parses the editor's own figure, whatever surrounds the link. */
export function embedFromFigure(node: HtmlElement, content: readonly HtmlNode[]) {
  const given = safeUrl(node.attributes['data-embed'], 'media');
  if (!given || !/^https?:/i.test(given) || !URL.canParse(given)) return null;
  return { url: knownEmbed(given)?.url ?? new URL(given).href, label: textOf(content), poster: posterIn(content) };
}

function posterIn(content: readonly HtmlNode[]) {
  const image = elementsIn(content).find(({ name }) => name === 'img');
  const address = safeUrl(image?.attributes.src, 'media');
  return address && !/^https?:/i.test(address) ? (uploadAddress(address) ?? '') : '';
}

/** An address as one reads it, by which embeds of one provider can be told apart. */
export function shortAddress(url: string) {
  if (!URL.canParse(url)) return url;
  const { host, pathname, search } = new URL(url);
  return host.replace(/^www\./, '') + (pathname === '/' ? '' : pathname) + search;
}

/** What the link says unless the author gives it a label: part of the post, thus not in the language of the admin. */
export function defaultEmbedLabel(url: string) {
  const provider = knownEmbed(url)?.provider;
  return provider ? `Open on ${provider}` : new URL(url).host;
}
