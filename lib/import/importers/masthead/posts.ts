import { sanitiseNodes, requireFittingBody } from '@/lib/html/sanitising';
import { parseHtml } from '@/lib/html/parsing';
import { elementsIn } from '@/lib/html/tree';
import { uploadPath } from '@/lib/images/variants';
import { paths } from '@/lib/web/paths';
import type { CoverDraft, PostDraft } from '../../drafts';
import { draftWith } from '../../defaults';
import type { ImportTarget } from '../../importer';
import type { CommentList } from '../../reading/comment-list';
import type { FrontMatter } from './format';
import type { ArchiveLibrary } from './library';
import { ownFieldsOf } from './own-fields';

const addresses = ['href', 'src', 'poster', 'cite'];

export type PostFacts = { type: 'post' | 'page'; front: FrontMatter; html: string; comments: CommentList };
type Context = { library: ArchiveLibrary; target: ImportTarget };

/** A post of the archive, with everything that it had there. */
export function draftOf({ type, front, html, comments }: PostFacts, { library, target }: Context): PostDraft {
  const where = `${type} “${front.slug.slice(0, 120)}”`;
  const note = (why: string) => target.onNote({ where, why });
  const fields = ownFieldsOf(front, { imageId: (key) => library.idOf(key), note });
  const { status } = front;
  return draftWith({
    sourceId: front.id,
    where,
    type,
    // In review is a state of drafts that only this system has.
    status: status === 'review' ? 'draft' : status,
    statusBeforeTrash: front.statusBeforeTrash,
    title: fields.title,
    slug: front.slug,
    excerpt: fields.excerpt,
    body: bodyOf(html, { library, target }),
    publishAt: front.date,
    createdAt: front.created,
    changedAt: front.changed,
    authorKeys: front.authors,
    tagKeys: front.tags,
    series: front.series,
    parentSourceId: front.parent,
    menuOrder: front.menuOrder,
    cover: coverOf(front, fields, { library, note }),
    feedId: front.id,
    enclosures: front.enclosures,
    comments,
    own: {
      ...fields,
      status,
      publishAt: front.date,
      firstPublishedAt: front.firstPublished,
      unpublishAt: front.until,
      pinnedAt: front.pinned,
      commentsLockedReason: front.commentsLockedReason,
    },
  });
}

type Covered = { coverAlt: string; coverCaption: string };

function coverOf(
  { cover }: FrontMatter,
  { coverAlt, coverCaption }: Covered,
  { library, note }: { library: ArchiveLibrary; note: (why: string) => void },
): CoverDraft | null {
  if (!cover) return null;
  const mediaId = library.idOf(cover.image);
  if (mediaId !== null) return { mediaId, alt: coverAlt, caption: coverCaption };
  note('Its featured image is not in the archive.');
  return null;
}

/** The text as it was; addresses change where something here has another. */
function bodyOf(html: string, { library, target }: Context) {
  requireFittingBody(html);
  const nodes = parseHtml(html);
  for (const { attributes } of elementsIn(nodes)) {
    for (const name of addresses) {
      const value = attributes[name];
      if (value?.startsWith('/')) attributes[name] = addressHere(value, { library, target });
    }
  }
  return sanitiseNodes(nodes);
}

function addressHere(address: string, { library, target }: Context) {
  const path = uploadPath(address);
  if (path) return paths.upload(library.pathOf(path));
  const [, page = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  const here = target.pageAt(page);
  return here && here !== page ? `${here}${rest}` : address;
}
