import { MAX_BODY_LENGTH, requireFittingBody, type CleanBody } from '@/lib/html/sanitising';
import { downloadTypeOf } from '@/lib/media/downloads';
import { draftWith } from '../defaults';
import type { CoverDraft, PostDraft } from '../drafts';
import type { ImportTarget } from '../importer';
import { adoptHtml } from '../reading/adopt-html';
import type { CommentList } from '../reading/comment-list';
import { imageFileName } from '../reading/image-file-name';
import { leftElsewhere } from '../reading/left-elsewhere';
import { splitParagraphs } from '../reading/split-paragraphs';
import { keyOfTag, type Entry } from './entry';
import type { EntryFormat, Resolved } from './entry-format';
import type { OldSite } from './old-site';

const MAX_EXCERPT_LENGTH = 600;
const embedded = /\b(?:src|data-src|poster)\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi;
const linked = /\bhref\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi;
const image = /<img\b[^>]{0,4000}?\ssrc\s*=\s*(?:"([^"]{1,2000})"|'([^']{1,2000})')/gi;

type Context = { target: ImportTarget; address: OldSite; format: EntryFormat };
type DraftContext = Context & { entry: Entry; note: (why: string) => void };

/** Makes the draft of an entry. Files that came along are taken with it. */
export async function draftOfEntry(entry: Entry, comments: CommentList, given: Context): Promise<PostDraft> {
  const { target, address, format } = given;
  const note = (why: string) => target.onNote({ where: entry.where, why });
  const context = { ...given, entry, note };
  const html = format.htmlOf?.(entry, note) ?? entry.text;
  if (html.length > 4 * MAX_BODY_LENGTH) requireFittingBody(html);
  await target.takeFiles(filesOf(html, context));
  const { text: _, link, oldAddresses, authors, tags, path: __, enclosures, cover, ...facts } = entry;
  const paths = [link, ...oldAddresses].map((one) => address.pathOf(one));
  return draftWith({
    ...facts,
    excerpt: shortened(entry.excerpt),
    body: bodyOf(html, context),
    authorKeys: [...new Set(authors.map(({ name }) => name))],
    tagKeys: [...new Set(tags.map(keyOfTag))],
    cover: cover && coverOf(cover, context),
    enclosures: enclosures.map((one) => ({ ...one, url: target.fileAt(resolved(one.url, context).file) ?? one.url })),
    oldPaths: [...new Set(paths)].filter((one): one is string => one !== null && one !== '/'),
    comments,
  });
}

function resolved(given: string, { format, address, entry }: DraftContext): Resolved {
  if (format.resolve) return format.resolve(given, entry);
  const page = address.absolute(given, entry.link);
  return { file: page, page };
}

/** Addresses of a body, cover and enclosures that may be files: what is embedded, and what of the site is linked. */
function filesOf(html: string, context: DraftContext) {
  const { entry, address } = context;
  const inBody = (pattern: RegExp) =>
    [...html.matchAll(pattern)].map(([, double = '', single = '']) =>
      (double || single).trim().replaceAll('&amp;', '&'),
    );
  const shown = [
    ...inBody(embedded).filter(isFile),
    ...inBody(image).filter((one) => one !== '' && !/^data:/i.test(one)),
    ...(entry.cover ? [entry.cover.address] : []),
    ...entry.enclosures.map(({ url }) => url).filter(isFile),
  ];
  const ofSite = inBody(linked).filter((one) => isFile(one) && address.pathOf(resolved(one, context).page) !== null);
  return [...new Set([...shown, ...ofSite])].map((one) => resolved(one, context).file);
}

function isFile(address: string) {
  const name = address.replace(/[?#].*$/s, '');
  return imageFileName.test(name) || downloadTypeOf(name) !== null;
}

function bodyOf(html: string, context: DraftContext): CleanBody {
  const { target, address, format, note } = context;
  const elsewhere = new Set<string>();
  const withFragment = (path: string | null, from: string) => path && path + (/#.*$/s.exec(from)?.[0] ?? '');
  const body = adoptHtml(html, {
    imageAt: (one) => target.imageAt(one)?.url ?? null,
    fileAt: (one) => withFragment(target.fileAt(one), one),
    pageAt: (one) => withFragment(target.pageAt(resolved(one, context).page), one),
    absolute: (one) => {
      const { file, page } = resolved(one, context);
      return target.imageAt(file) || target.fileAt(file) ? file : address.shown(page);
    },
    onLeftElsewhere: (one) => elsewhere.add(one),
    ...(format.isEmbed ? { isEmbed: format.isEmbed } : {}),
    ...(format.unwrap ? { unwrap: format.unwrap } : {}),
  });
  if (elsewhere.size > 0) note(leftElsewhere(elsewhere));
  return format.hasLines ? splitParagraphs(body) : body;
}

function coverOf(cover: NonNullable<Entry['cover']>, context: DraftContext): CoverDraft | null {
  const { file, page } = resolved(cover.address, context);
  const image = context.target.imageAt(file);
  if (image) return { mediaId: image.id, alt: cover.alt.slice(0, 1_000), caption: cover.caption.slice(0, 500) };
  context.note(
    `Its featured image is not among the files that came along: ${context.address.shown(page).slice(0, 300)}`,
  );
  return null;
}

function shortened(text: string) {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  return `${text.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/, '')} …`;
}
