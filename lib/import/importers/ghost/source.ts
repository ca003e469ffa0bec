import type { AuthorDraft, CommentDraft, ItemDraft, TagDraft } from '../../drafts';
import type { ExportFile, ImportItem, ImportSource, ImportTarget, OpenRequest } from '../../importer';
import { AppError } from '@/lib/platform/errors';
import { sourceWith } from '../../defaults';
import { CommentList } from '../../reading/comment-list';
import type { Scratch } from '../../reading/scratch';
import { clockOf } from '../../site-settings/time-zones';
import { originalOf } from './bodies';
import { addComments, authorKeysOf } from './comments';
import { learnedSites } from './hosts';
import { legacyUrls, linkOf, sourceLinks, zoneOf } from './links';
import { readPost, type PostContext } from './posts';
import { readTables } from './reading-tables';
import { GhostSite } from './site';
import type { Tables } from './tables';

/** Reads Ghost's tables into the scratch storage: they name each other in any order. */
export async function openExport(
  files: readonly ExportFile[],
  { oldUrl, scratch }: OpenRequest,
): Promise<ImportSource> {
  const tables = await readTables(files, scratch);
  const site = new GhostSite((oldUrl ?? tables.siteUrl).replace(/(?<!\/)\/+$/, ''), learnedSites(tables));
  const links = sourceLinks({ tables, site }, scratch);
  const timeZone = zoneOf(tables.settings);
  const clock = tables.settings.size > 0 ? clockOf(timeZone, new Date().getUTCFullYear()) : [];
  return sourceWith({
    site: {
      baseUrl: site.baseUrl,
      title: tables.settings.get('title') ?? '',
      tagline: tables.settings.get('description') ?? '',
      offsetMinutes: clock[0]?.minutes ?? 0,
      clock,
      timeZone: clock.length > 0 ? timeZone : '',
    },
    total: tables.facts.size,
    authors: authorsOf(tables),
    tags: tagsOf(tables),
    posts: function* () {
      for (const [sourceId, facts] of tables.facts) {
        const { slug, title, isHidden } = facts;
        yield { sourceId, title, slug, link: linkOf(facts, { tables, site }), isHidden };
      }
    },
    files: site.files,
    links,
    notes: tables.problems,
    leftOut: tables.leftOut,
    remarks: remarksOf(tables, site),
    items: (target) => readItems({ tables, site, target }, scratch),
    legacyUrls: () => legacyUrls({ tables, site }, links),
  });
}

function* authorsOf({ users }: Tables): Generator<AuthorDraft> {
  for (const { key, name, email } of users.values()) yield { key, name, email };
}

function* tagsOf({ tags }: Tables): Generator<TagDraft> {
  for (const { isInternal, ...tag } of tags.values()) if (!isInternal) yield tag;
}

async function* readItems(context: PostContext, scratch: Scratch): AsyncGenerator<ImportItem> {
  const { tables, target } = context;
  const spare = scratch.lists<CommentDraft>();
  const authorKeys = authorKeysOf(tables);
  let done = 0;
  for (const [sourceId, facts] of tables.facts) {
    done += 1;
    const row = tables.rows.get(sourceId);
    if (!row) continue;
    const comments = new CommentList(spare, sourceId);
    // Of posts with one id, the comments are the first one's.
    if (tables.ids.get(facts.id) === sourceId) addComments(comments, facts.id, { tables, authorKeys });
    const draft = await readOrReport(target, facts.title, () => readPost(row, { sourceId, facts, comments }, context));
    if (draft) yield { ...draft, done, original: originalOf(row) };
    else comments.clear();
  }
}

// A post that cannot be stored (e.g. too long) does not stop the others.
async function readOrReport(
  { onFailed }: ImportTarget,
  title: string,
  read: () => ReturnType<typeof readPost>,
): Promise<ItemDraft | null> {
  try {
    return { post: await read() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    onFailed({ where: `post “${title.slice(0, 80) || 'without a title'}”`, why: error.message });
    return null;
  }
}

function remarksOf({ tags, counts, facts }: Tables, { baseUrl }: GhostSite) {
  const internal = [...tags.values()].filter(({ isInternal }) => isInternal).map(({ name }) => name);
  const remarks: string[] = [];
  if (facts.size === 0) remarks.push('The files hold no posts or pages.');
  if (!baseUrl)
    remarks.push(
      'A Ghost export does not say where the site was. With its old address, links and images that name it in full are recognised too.',
    );
  if (internal.length > 0)
    remarks.push(`Internal tags, which readers did not see, were left out: ${internal.join(', ').slice(0, 300)}.`);
  if (counts.featured > 0)
    remarks.push(`${counts.featured} posts were marked as featured there: pin those that are to stay on top.`);
  return remarks;
}
