import { AppError } from '@/lib/platform/errors';
import { sourceWith } from '../../defaults';
import type { CommentDraft } from '../../drafts';
import { placeIn, type ExportFile, type ImportItem, type ImportSource, type OpenRequest } from '../../importer';
import { CommentList } from '../../reading/comment-list';
import { plainLine } from '../../reading/plain-line';
import type { Scratch } from '../../reading/scratch';
import { readRecords } from '../../reading/xml/records';
import { headOf } from '../../archives/bytes';
import { commentsOf } from './comments';
import { chosenFiles, requireOneBlog } from './choosing-a-blog';
import { kindOf, prefixes, textOf } from './entries';
import { files as fileAddresses } from './images';
import { BlogAddresses, slugOf } from './links';
import type { Outline } from './outline';
import { readPost, type PostContext } from './posts';
import { readOutline, within } from './reading-outline';
import { isSettings } from './recognising';

/** Reads the files of one blog. */
export async function openExport(
  given: readonly ExportFile[],
  { oldUrl, options, scratch }: OpenRequest,
): Promise<ImportSource> {
  const { files, outline } = await readChosen(given, options.blog, scratch);
  const { settings } = outline;
  const domain =
    settings.get('CUSTOM_DOMAIN') || (settings.get('SUBDOMAIN') && `${settings.get('SUBDOMAIN')}.blogspot.com`);
  const known = domain && /^[\w.-]+$/.test(domain) ? `https://${domain}` : '';
  outline.baseUrl = (oldUrl ?? (outline.baseUrl || known)).replace(/(?<!\/)\/+$/, '');
  const addresses = new BlogAddresses(outline, scratch);
  const clock = [...outline.clock.values()].toSorted((a, b) => b.moment.getTime() - a.moment.getTime()).slice(0, 36);
  return sourceWith({
    site: {
      baseUrl: outline.baseUrl,
      title: plainLine(settings.get('BLOG_NAME') ?? settings.get('title') ?? ''),
      tagline: plainLine(settings.get('BLOG_DESCRIPTION') ?? settings.get('subtitle') ?? ''),
      offsetMinutes: clock[0]?.minutes ?? 0,
      clock,
      timeZone: settings.get('BLOG_TIME_ZONE') ?? '',
    },
    total: outline.total,
    authors: outline.authors.values(),
    tags: outline.labels.values(),
    posts: function* () {
      for (const [sourceId, item] of outline.items) {
        const link = item.link.startsWith('/') && outline.baseUrl ? outline.baseUrl + item.link : item.link;
        yield { sourceId, title: item.title, slug: slugOf(item), link, isHidden: item.isHidden };
      }
    },
    files: fileAddresses,
    links: addresses.links,
    notes: [...outline.problems, ...orphansOf(outline)],
    leftOut: outline.leftOut,
    remarks: remarksOf(outline),
    items: (target) => readItems(files, { outline, addresses, target }, scratch),
    legacyUrls: () => addresses.legacyUrls(),
  });
}

/** A Takeout may hold several blogs: the one that was asked for is read again alone. */
async function readChosen(given: readonly ExportFile[], wanted: string | undefined, scratch: Scratch) {
  const outline = await readOutline(given, scratch);
  if (outline.blogs.size < 2) return { files: given, outline };
  const files = chosenFiles(given, requireOneBlog(outline, wanted));
  scratch.clear();
  const chosen = await readOutline(files, scratch);
  return { files, outline: chosen };
}

async function* readItems(
  files: readonly ExportFile[],
  context: PostContext,
  scratch: Scratch,
): AsyncGenerator<ImportItem> {
  const { outline, target } = context;
  const spare = scratch.lists<CommentDraft>();
  let done = 0;
  for (const file of files) {
    const text = Buffer.from(await headOf(file.path, 4_096)).toString('utf8');
    if (isSettings({ name: file.name, text })) continue;
    const options = {
      name: file.label || file.name,
      within,
      repair: outline.repaired.has(file.path),
      prefixes,
      isWanted: (entry: Parameters<typeof kindOf>[0], child: string) =>
        child !== 'content' || ['post', 'page'].includes(kindOf(entry)),
    };
    for await (const { node, line } of readRecords(file.path, options)) {
      if (node.name !== 'entry') continue;
      done += 1;
      const sourceId = outline.taken.get(String(done));
      const item = sourceId === undefined ? undefined : outline.items.get(sourceId);
      if (sourceId === undefined || !item) continue;
      const where = placeIn(file, `line ${line}, ${item.kind} “${item.title.slice(0, 80) || 'without a title'}”`);
      const comments = new CommentList(spare, sourceId);
      // Of entries with one id, the comments are the first one's.
      if (outline.first.get(item.number) === sourceId)
        for (const comment of commentsOf(item.number, outline)) comments.add(comment);
      try {
        const post = await readPost(node, { sourceId, item, where, comments }, context);
        yield { post, done, original: textOf(node, 'content') };
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        target.onFailed({ where, why: error.message });
        comments.clear();
      }
    }
  }
}

function* orphansOf({ commented, first }: Outline) {
  let [posts, comments] = [0, 0];
  for (const [number, count] of commented) {
    if (first.has(number)) continue;
    posts += 1;
    comments += count;
  }
  if (comments > 0)
    yield { where: 'comments', why: `${comments} are on ${posts} posts that are not in the file, and were left out.` };
}

function remarksOf({ baseUrl, items }: Outline) {
  const remarks: string[] = [];
  if (items.size === 0) remarks.push('The files hold no posts or pages.');
  if (!baseUrl)
    remarks.push(
      'The files do not say where the blog was. With its old address, links in full to its own posts lead to the new ones.',
    );
  return remarks;
}
