import { MAX_BODY_LENGTH, requireFittingBody, type CleanBody } from '@/lib/html/sanitising';
import { toParagraphs } from '@/lib/html/paragraphs';
import { element, elementsIn, type HtmlElement, type HtmlNode } from '@/lib/html/tree';
import type { ImportTarget } from '../../importer';
import { adoptHtml } from '../../reading/adopt-html';
import { leftElsewhere } from '../../reading/left-elsewhere';
import { plainLine } from '../../reading/plain-line';
import { splitParagraphs } from '../../reading/split-paragraphs';
import { imageFileName } from '../../reading/image-file-name';
import { isHosted, originalOf } from './images';
import { absolute } from './links';

const more = /<a\s[^>]{0,100}name=["']?more["']?[^>]{0,100}>\s*(?:<\/a>)?|<!--\s*more\s*-->/i;
/** Players of the first years: an element for a program that no browser has. */
const player =
  /(?:https?:)?\/\/(?:www\.)?youtube(?:\.googleapis|-nocookie)?\.com\/v\/([\w-]{6,20})(?:[?&][^\s"'<>]{0,300})?/gi;
const movie = /<param\s[^>]{0,50}name=["']?movie["']?\s[^>]{0,20}value=["']([^"'<>\s]{1,1000})["'][^>]{0,50}>/gi;

type BodyContext = { target: ImportTarget; baseUrl: string; note: (why: string) => void };

/** The body as it is stored here. */
export function adoptedBody(
  given: string,
  { target, baseUrl, note }: BodyContext,
): { body: CleanBody; teaser: string } {
  if (given.length > 4 * MAX_BODY_LENGTH) requireFittingBody(given);
  const isPlain = !/<(?:br|p|div|table|ul|ol)\b/i.test(given) && given.includes('\n');
  const html = isPlain ? toParagraphs(given) : given;
  const elsewhere = new Set<string>();
  const withFragment = (path: string | null, address: string) => path && path + (/#.*$/s.exec(address)?.[0] ?? '');
  const adopted = adoptHtml(withPlayers(html.replace(more, '')), {
    imageAt: (address) => target.imageAt(address)?.url ?? null,
    fileAt: () => null,
    pageAt: (address) => withFragment(target.pageAt(address), address),
    absolute: (address) => originalOf(absolute(address, baseUrl)),
    onLeftElsewhere: (address) => elsewhere.add(address),
    unwrap,
  });
  if (elsewhere.size > 0) note(leftElsewhere(elsewhere));
  const at = html.search(more);
  return { body: splitParagraphs(adopted), teaser: at > 0 ? plainLine(html.slice(0, at)) : '' };
}

function withPlayers(html: string) {
  if (!/<(?:object|embed|iframe)\b/i.test(html)) return html;
  const withEmbeds = /<embed\b/i.test(html) ? html : html.replace(movie, '<embed src="$1">');
  return withEmbeds.replace(player, 'https://www.youtube.com/watch?v=$1');
}

/** What Blogger's own elements mean; null for others. */
function unwrap(node: HtmlElement): HtmlNode[] | null {
  const classes = (node.attributes.class ?? '').split(/\s+/);
  if (node.name === 'table' && classes.includes('tr-caption-container')) return captioned(node);
  if (node.name === 'a' && isAroundItsImage(node)) return node.children;
  if (node.name === 'div' && classes.includes('separator') && !holdsFigure(node)) return separated(node);
  if (node.name === 'span') return styled(node);
  return null;
}

function captioned(table: HtmlElement): HtmlNode[] | null {
  const all = elementsIn(table.children);
  const picture = all.find(({ name }) => name === 'img');
  const caption = all.find(({ attributes }) => (attributes.class ?? '').split(/\s+/).includes('tr-caption'));
  if (!picture) return null;
  const link = all.find((one) => one.name === 'a' && elementsIn(one.children).includes(picture));
  const shown = link && !isAroundItsImage(link) ? element('a', link.attributes, [picture]) : picture;
  return [element('figure', {}, [shown, ...(caption ? [element('figcaption', {}, caption.children)] : [])])];
}

/** A link of an image to itself in another size. */
function isAroundItsImage({ attributes, children }: HtmlElement) {
  const { href = '', imageanchor } = attributes;
  if (!elementsIn(children).some(({ name }) => name === 'img')) return false;
  const path = URL.parse(href.startsWith('//') ? `https:${href}` : href)?.pathname ?? '';
  return (imageanchor !== undefined || isHosted(href)) && (isHosted(href) || imageFileName.test(path));
}

function holdsFigure(node: HtmlElement) {
  return elementsIn(node.children).some(({ name }) => name === 'figure' || name === 'table' || name === 'iframe');
}

function separated(node: HtmlElement): HtmlNode[] | null {
  const images = elementsIn(node.children).filter(({ name }) => name === 'img');
  const words = node.children.filter((child) => child.type === 'text' && child.value.trim() !== '');
  if (images.length === 0 || words.length > 0) return null;
  return images.map((image) => {
    const link = elementsIn(node.children).find((one) => one.name === 'a' && elementsIn(one.children).includes(image));
    const isOwn = link && !isAroundItsImage(link);
    return element('figure', {}, [isOwn ? element('a', link.attributes, [image]) : image]);
  });
}

// The editor wrote styles where others have elements.
function styled({ attributes, children }: HtmlElement): HtmlNode[] | null {
  const style = attributes.style ?? '';
  const names = [
    ...(/font-weight:\s*(?:bold|[6-9]00)/i.test(style) ? ['strong'] : []),
    ...(/font-style:\s*italic/i.test(style) ? ['em'] : []),
    ...(/text-decoration:\s*line-through/i.test(style) ? ['s'] : []),
  ];
  if (names.length === 0) return null;
  return names.reduceRight<HtmlNode[]>((inner, name) => [element(name, {}, inner)], children);
}
