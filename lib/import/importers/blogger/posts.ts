import type { CoverDraft, PostDraft } from '../../drafts';
import { draftWith } from '../../defaults';
import type { ImportTarget } from '../../importer';
import type { CommentList } from '../../reading/comment-list';
import { momentOf } from '../../reading/moments';
import { plainLine } from '../../reading/plain-line';
import type { XmlNode } from '../../reading/xml/records';
import { adoptedBody } from './bodies';
import { factOf, labelsOf, personOf, textOf, titleOf } from './entries';
import { fileAddressesIn } from './images';
import { slugOf, type BlogAddresses } from './links';
import type { ItemOutline, Outline } from './outline';
import { statusOf } from './status';

const MAX_EXCERPT_LENGTH = 600;

export type PostContext = { outline: Outline; addresses: BlogAddresses; target: ImportTarget };
export type PostPlace = { sourceId: string; item: ItemOutline; where: string; comments: CommentList };

/** Converts a post or page. What readers could not see stays hidden. */
export async function readPost(entry: XmlNode, place: PostPlace, context: PostContext): Promise<PostDraft> {
  const { sourceId, item, where, comments } = place;
  const { outline, addresses, target } = context;
  const note = (why: string) => target.onNote({ where, why });
  const { status, note: why } = statusOf(entry);
  if (why) note(why);
  const content = textOf(entry, 'content') || textOf(entry, 'summary');
  await target.takeFiles(fileAddressesIn(content));
  const { body, teaser } = adoptedBody(content, { target, baseUrl: outline.baseUrl, note });
  const published = momentOf(factOf(entry, 'published'));
  const changed = momentOf(factOf(entry, 'updated'));
  const path = addresses.pathOf(item.link);
  const id = factOf(entry, 'id');
  return draftWith({
    sourceId,
    where,
    type: item.kind,
    status,
    statusBeforeTrash: status === 'trashed' ? 'draft' : '',
    title: titleOf(entry),
    slug: slugOf(item),
    excerpt: shortened(teaser),
    body,
    publishAt: status === 'draft' ? null : published,
    createdAt: momentOf(factOf(entry, 'blogger:created')) ?? published ?? changed,
    changedAt: changed ?? published,
    commentsMode: item.kind === 'page' && comments.length === 0 ? 'off' : 'open',
    authorKeys: [personOf(entry).name].filter((name) => outline.authors.has(name)),
    tagKeys: labelsOf(entry).filter((label) => outline.labels.has(label)),
    cover: null satisfies CoverDraft | null,
    seoDescription: plainLine(factOf(entry, 'blogger:metaDescription')).slice(0, 500),
    feedId: outline.first.get(item.number) === sourceId ? id : '',
    oldPaths: path && path !== '/' ? [path] : [],
    comments,
  });
}

function shortened(text: string) {
  if (text.length <= MAX_EXCERPT_LENGTH) return text;
  return `${text.slice(0, MAX_EXCERPT_LENGTH).replace(/\s+\S*$/, '')} …`;
}
