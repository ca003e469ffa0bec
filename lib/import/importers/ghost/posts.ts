import type { CoverDraft, DraftStatus, PostDraft } from '../../drafts';
import type { ImportTarget } from '../../importer';
import { draftWith } from '../../defaults';
import type { CommentList } from '../../reading/comment-list';
import { plainLine } from '../../reading/plain-line';
import { adoptedBody, writtenHtml } from './bodies';
import { linkOf } from './links';
import { dateOf, textOf, type Row } from './rows';
import type { GhostSite } from './site';
import type { PostFacts, Tables } from './tables';

const MAX_EXCERPT_LENGTH = 600;
const MAX_CODE_SHOWN = 300;

export type PostContext = { tables: Tables; site: GhostSite; target: ImportTarget };
export type PostPlace = { sourceId: string; facts: PostFacts; comments: CommentList };

/** Converts a post or page. What not everybody could read is private here. */
export async function readPost(row: Row, place: PostPlace, context: PostContext): Promise<PostDraft> {
  const { sourceId, facts, comments } = place;
  const { tables, site, target } = context;
  const where = `${facts.type} “${facts.title.slice(0, 80) || 'without a title'}”`;
  const note = (why: string) => target.onNote({ where, why });
  const meta = tables.metas.get(facts.id) ?? row;
  const html = writtenHtml(row, { site, note });
  const cover = site.withAddress(textOf(row, 'feature_image') || textOf(row, 'image'));
  await target.takeFiles([...site.filesIn(html), ...site.filesIn(cover)]);
  const createdAt = dateOf(row, 'created_at');
  const publishAt = dateOf(row, 'published_at');
  const { status, why } = statusOf(row, publishAt ?? createdAt);
  if (why) note(why);
  reportCode(row, note);
  return draftWith({
    sourceId,
    where,
    type: facts.type,
    status,
    title: textOf(row, 'title').trim(),
    slug: facts.slug,
    excerpt: plainLine(textOf(row, 'custom_excerpt')).slice(0, MAX_EXCERPT_LENGTH),
    body: adoptedBody(html, { site, target, note }),
    publishAt: status === 'draft' ? null : (publishAt ?? createdAt),
    createdAt: createdAt ?? publishAt,
    changedAt: dateOf(row, 'updated_at') ?? publishAt ?? createdAt,
    commentsMode: facts.type === 'page' && comments.length === 0 ? 'off' : 'open',
    authorKeys: authorsOf(row, facts.id, tables),
    tagKeys: tagsOf(facts.id, tables),
    cover: coverOf(cover, meta, { target, note }),
    seoTitle: plainLine(textOf(meta, 'meta_title')).slice(0, 300),
    seoDescription: plainLine(textOf(meta, 'meta_description')).slice(0, 500),
    socialTitle: plainLine(textOf(meta, 'og_title')).slice(0, 300),
    socialDescription: plainLine(textOf(meta, 'og_description')).slice(0, 500),
    canonicalUrl: canonicalOf(row, site),
    feedId: /^[0-9a-f]{24}$/i.test(facts.id) ? facts.id : facts.uuid,
    oldPaths: oldPathsOf(facts, context),
    comments,
  });
}

type Status = { status: DraftStatus; why: string };

function statusOf(row: Row, moment: Date | null): Status {
  const status = textOf(row, 'status') || 'published';
  const visibility = textOf(row, 'visibility') || 'public';
  if (status === 'sent') return { status: 'private', why: 'It was sent by e-mail only, and is private here.' };
  if (status !== 'published' && status !== 'scheduled') return { status: 'draft', why: '' };
  if (visibility !== 'public')
    return { status: 'private', why: `It was for members only (${visibility.slice(0, 40)}), and is private here.` };
  if (!moment) return { status: 'draft', why: 'It has no readable date, so it was imported as a draft.' };
  return { status: status === 'scheduled' ? 'scheduled' : 'published', why: '' };
}

function reportCode(row: Row, note: (why: string) => void) {
  for (const [name, where] of [
    ['codeinjection_head', 'head'],
    ['codeinjection_foot', 'foot'],
  ] as const) {
    const code = textOf(row, name).trim();
    if (code) note(`Its code injection (${where}) was left out: ${code.replace(/\s+/g, ' ').slice(0, MAX_CODE_SHOWN)}`);
  }
}

function authorsOf(row: Row, id: string, { authorsOf: links, users, owners }: Tables) {
  const named = links.of(id).toSorted((a, b) => a.order - b.order);
  const wanted = [...named.map((link) => link.id), textOf(row, 'author_id'), textOf(row, 'author')];
  const known = wanted.flatMap((one) => users.get(one)?.key ?? []);
  if (known.length > 0) return [...new Set(known.slice(0, Math.max(1, named.length)))];
  // Rows may name accounts that are not there: their posts are the owner's.
  const [owner = ''] = [...owners, ...users.keys()];
  return [users.get(owner)?.key].filter((key) => key !== undefined);
}

function tagsOf(id: string, { tagsOf: links, tags }: Tables) {
  const named = links.of(id).toSorted((a, b) => a.order - b.order);
  const known = named.flatMap((link) => tags.get(link.id) ?? []);
  return [...new Set(known.filter(({ isInternal }) => !isInternal).map(({ key }) => key))];
}

type CoverContext = { target: ImportTarget; note: (why: string) => void };

function coverOf(address: string, meta: Row, { target, note }: CoverContext): CoverDraft | null {
  if (!address) return null;
  const image = target.imageAt(address);
  if (!image) {
    note(`Its featured image is not among the files that came along: ${address.slice(0, 300)}`);
    return null;
  }
  const [alt, caption] = [textOf(meta, 'feature_image_alt'), textOf(meta, 'feature_image_caption')];
  return { mediaId: image.id, alt: plainLine(alt).slice(0, 1_000), caption: plainLine(caption).slice(0, 500) };
}

function canonicalOf(row: Row, site: GhostSite) {
  const address = site.absolute(textOf(row, 'canonical_url'));
  return /^https?:\/\//i.test(address) ? address : '';
}

function oldPathsOf(facts: PostFacts, { tables, site }: PostContext) {
  const { uuid } = facts;
  const own = uuid && /^[\w-]{8,60}$/.test(uuid) ? [`${site.root}/p/${uuid}`, `${site.root}/email/${uuid}`] : [];
  const paths = [linkOf(facts, { tables, site }), ...own].map((address) => site.pathOf(address));
  return [...new Set(paths.filter((path) => path !== null && path !== '/'))].filter((path) => path !== null);
}
