import type { LegacyUrl } from '../../drafts';
import type { SourceLinks } from '../../importer';
import type { Scratch, ScratchMap } from '../../reading/scratch';
import type { GhostSite } from './site';
import type { PostFacts, RedirectRule, Tables } from './tables';

type Context = { tables: Tables; site: GhostSite };

/** Where a post or page was; "" for one that has no slug. */
export function linkOf(facts: PostFacts, { tables, site }: Context) {
  if (facts.url) return facts.url;
  if (!facts.slug) return '';
  const permalinks = facts.type === 'post' ? (tables.settings.get('permalinks') ?? '') : '';
  const path = /^\/[/:\w-]*:slug[/:\w-]*$/.test(permalinks) ? filledIn(permalinks, facts, tables) : `/${facts.slug}/`;
  return site.root + path;
}

/** Sites of the first versions may have dates in their addresses, by the clock of the site. */
function filledIn(permalinks: string, { slug, publishedAt }: PostFacts, { settings }: Tables) {
  const clock = clockIn(zoneOf(settings));
  const [year = '', month = '', day = ''] = clock.format(publishedAt ? new Date(publishedAt) : new Date(0)).split('-');
  return permalinks.replace(':slug', slug).replace(':year', year).replace(':month', month).replace(':day', day);
}

const clocks = new Map<string, Intl.DateTimeFormat>();

// Making one takes longer than all else that is done for a post.
function clockIn(zone: string) {
  const known = clocks.get(zone);
  const clock =
    known ?? new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' });
  clocks.set(zone, clock);
  return clock;
}

/** The time zone of the site's settings; UTC unless they name one. */
export function zoneOf(settings: ReadonlyMap<string, string>) {
  const zone =
    settings.get('timezone') || settings.get('activeTimezone') || settings.get('active_timezone') || 'Etc/UTC';
  return Intl.supportedValuesOf('timeZone').includes(zone) ? zone : 'UTC';
}

/** Finds posts by their old addresses. */
export function sourceLinks(context: Context, scratch: Scratch): SourceLinks {
  const { tables, site } = context;
  const byPath: ScratchMap<string> = scratch.map();
  for (const [sourceId, facts] of tables.facts) {
    const path = facts.isHidden ? null : site.pathOf(linkOf(facts, context));
    if (path && path !== '/' && !byPath.has(path)) byPath.set(path, sourceId);
  }
  return {
    pathOf: (address) => site.pathOf(address),
    postAt: (address) => byPath.get(site.pathOf(address) ?? '') ?? null,
    within: (path) => site.within(path),
    months: new Set(),
    lists: () => listsOf(context),
  };
}

/** Every old address that is not a post's own. */
export function* legacyUrls(context: Context, links: SourceLinks): Generator<LegacyUrl> {
  yield* listsOf(context);
  for (const rule of context.tables.redirects) {
    const url = redirected(rule, context, links);
    if (url) yield url;
  }
}

function* listsOf({ tables, site }: Context): Generator<LegacyUrl> {
  const at = (path: string) => site.pathOf(`${site.root}${path}`) ?? path;
  for (const tag of tables.tags.values())
    if (!tag.isInternal) yield { from: at(`/tag/${encodeURIComponent(tag.slug)}`), to: { tag: tag.key } };
  for (const { key } of tables.users.values())
    yield { from: at(`/author/${encodeURIComponent(key)}`), to: { author: key } };
  if (site.folder === '') return;
  yield { from: site.folder, to: { path: '/' } };
  yield { from: at('/rss'), to: { path: '/rss.xml' } };
}

function redirected({ from, to }: RedirectRule, { site }: Context, links: SourceLinks): LegacyUrl | null {
  const path = site.pathOf(`${site.root}${from}`);
  if (!path || path === '/') return null;
  const post = links.postAt(to);
  if (post) return { from: path, to: { post } };
  const inside = site.pathOf(to);
  if (inside) return { from: path, to: { path: site.within(inside) } };
  return /^https?:\/\/\S+$/i.test(to) ? { from: path, to: { path: to } } : null;
}
