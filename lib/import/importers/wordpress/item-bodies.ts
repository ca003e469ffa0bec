import { MAX_BODY_LENGTH, requireFittingBody } from '@/lib/html/sanitising';
import { element } from '@/lib/html/tree';
import { toHtml } from '@/lib/html/writing';
import { downloadTypeOf } from '@/lib/media/downloads';
import type { Enclosure } from '@/lib/posts/rendering/enclosures';
import { adoptHtml } from '../../reading/adopt-html';
import { leftElsewhere } from '../../reading/left-elsewhere';
import type { XmlNode } from '../../reading/xml/records';
import { convertBody, plainTextOf, type Gallery } from './bodies';
import { insertFootnotes, readFootnotes } from './footnotes';
import { isEmbed, unwrap } from './html-blocks';
import type { ItemContext } from './items';
import { enclosuresOf, metaOf, textOf } from './nodes';
import type { Outline } from './outline';
import { expandPatterns } from './patterns';
import { squarespaceBody } from './squarespace';

type BodyContext = { sourceId: string; context: ItemContext; note: (why: string) => void };

/** Converts an item's body to our HTML, and reports losses. */
export function readBody(item: XmlNode, { sourceId, context, note }: BodyContext) {
  const { outline } = context;
  const given = textOf(item, 'content:encoded');
  const raw = outline.isSquarespace ? squarespaceBody(given) : given;
  // Markup is dropped in conversion, but text several times over the limit cannot fit.
  if (raw.length > 4 * MAX_BODY_LENGTH) requireFittingBody(raw);
  const whole = withPatterns(raw, outline, note);
  const { text, after } = withFootnotes(whole, item, note);
  const converted = convertBody(text, (ids) => galleryOf(ids, { sourceId, outline, note }));
  const elsewhere = new Set<string>();
  const clean = adoptHtml(converted.html + after + enclosed(item, whole), {
    imageAt: (address) => context.imageAt(address)?.url ?? null,
    fileAt: (address) => withFragment(context.fileAt(address), address),
    pageAt: (address) => withFragment(context.pageAt(address), address),
    absolute: (address) => URL.parse(address, `${outline.baseUrl}/`)?.href ?? address,
    onLeftElsewhere: (address) => elsewhere.add(address),
    isEmbed,
    unwrap,
  });
  const { enclosures, elsewhere: episodes } = readEnclosures(item, context, note);
  for (const address of episodes) elsewhere.delete(address);
  if (elsewhere.size > 0) note(leftElsewhere(elsewhere));
  for (const name of converted.unknownShortcodes)
    note(`The shortcode [${name}] is not known here and stays in the text as it is.`);
  const drawn = converted.leftOutBlocks.filter((name) => name !== 'footnotes' && name !== 'block');
  if (drawn.length > 0)
    note(`WordPress renders these blocks itself, so their content is not in the file: ${drawn.join(', ')}.`);
  if (/\$latex\s[^$]{1,2000}\$/.test(whole)) note('Formulas ($latex …$) stand in the text as they were written.');
  return { clean, enclosures, teaser: converted.teaser, pages: converted.pages };
}

function withFragment(path: string | null, address: string) {
  return path ? path + (/#.*$/.exec(address)?.[0] ?? '') : null;
}

function withPatterns(raw: string, { patterns }: Outline, note: (why: string) => void) {
  const { text, missing } = expandPatterns(raw, (id) => patterns.get(id));
  if (missing.length > 0)
    note(`It shows synced patterns that are not published in the file, and are left out: ${missing.join(', ')}.`);
  return text;
}

function withFootnotes(body: string, item: XmlNode, note: (why: string) => void) {
  const notes = readFootnotes(metaOf(item).get('footnotes') ?? '[]');
  if (!notes) note('Its footnotes cannot be read.');
  const { text, left, missing } = insertFootnotes(body, notes ?? new Map());
  if (missing > 0) note(`The text of ${missing} of its footnotes is not in the file.`);
  if (left.length > 0) note(`${left.length} of its footnotes have no mark in the text: they stand at its end.`);
  return { text, after: left.map((words) => `\n<p>${words}</p>`).join('') };
}

// Included files are served from here, with our own media type.
function readEnclosures(item: XmlNode, { fileAt }: ItemContext, note: (why: string) => void) {
  const all = enclosuresOf(item);
  const missing = all.filter(({ url }) => !fileAt(url));
  const [episodes, others] = [missing.filter(isSound), missing.filter((enclosure) => !isSound(enclosure))];
  const where =
    '(enclosure) stays at its old address, because this site does not have the file; feeds and a link in the post lead there';
  if (episodes.length > 0) note(`The audio file of the post ${where}: ${addressesOf(episodes)}`);
  if (others.length > 0) note(`The media file of the post ${where}: ${addressesOf(others)}`);
  const enclosures = all.map((enclosure): Enclosure => {
    const ours = fileAt(enclosure.url);
    return ours ? { ...enclosure, url: ours, type: downloadTypeOf(ours) ?? enclosure.type } : enclosure;
  });
  return { enclosures, elsewhere: missing.map(({ url }) => url) };
}

// WordPress adds an enclosure for every linked video.
function isSound({ url, type }: Enclosure) {
  return type.startsWith('audio/') && !/\.(?:mov|mp4|m4v|avi|wmv|flv|webm|ogv|mpe?g|3gp)(?:$|[?#])/i.test(url);
}

function addressesOf(enclosures: Enclosure[]) {
  return enclosures.map(({ url }) => url).join(' ');
}

// Player plug-ins show episodes outside the body; here the body gets a link.
function enclosed(item: XmlNode, body: string) {
  const missing = enclosuresOf(item).filter(({ url }) => !body.includes(url));
  return missing.map(({ url }) => `\n${playerOf(url)}`).join('');
}

function playerOf(address: string) {
  const type = downloadTypeOf(URL.parse(address)?.pathname ?? '') ?? '';
  const name = type.startsWith('video/') ? 'video' : 'audio';
  return toHtml([element(name, { src: address }, [])]);
}

type GalleryLocation = { sourceId: string; outline: Outline; note: (why: string) => void };

/** The given attachments, or all of the post, as [gallery] shows them. */
function galleryOf(ids: string[], { sourceId, outline, note }: GalleryLocation): Gallery {
  const wanted = ids.length > 0 ? ids : outline.attachmentsOf.of(sourceId);
  const missing = wanted.filter((id) => !outline.attachments.has(id));
  const images = wanted
    .map((id) => outline.attachments.get(id))
    .filter((attachment) => attachment !== undefined && isImageFile(attachment.url))
    .map((attachment) => ({
      url: attachment!.url,
      alt: attachment!.alt || plainTextOf(attachment!.title),
      caption: attachment!.caption,
    }));
  if (missing.length > 0) {
    note(
      `A gallery names images that are not in the file (${missing.join(', ').slice(0, 300)}); their numbers stand in the text. An export of “All content” has them.`,
    );
  } else if (images.length === 0) {
    note('A gallery shows images of the post, and the file has none. An export of “All content” has them.');
  }
  return { images, missing };
}

function isImageFile(url: string) {
  return /\.(jpe?g|png|gif|webp|avif|svg|bmp|tiff?)$/i.test(URL.parse(url)?.pathname ?? '');
}
