import { expect } from 'vitest';
import * as site from '@/app/(site)/reads';
import * as seriesReads from '@/app/(site)/series-reads';
import { readOnboarding } from '@/lib/dashboard/onboarding-queries';
import { readDashboardNotices } from '@/lib/dashboard/queries';
import { readWriting } from '@/lib/dashboard/writing-queries';
import type { Actor } from '@/lib/auth/actor';
import { findImage } from '@/lib/images/queries';
import { listFeedComments, listNewestComments } from '@/lib/feeds/queries';
import { findImport, findUnfinishedImport, listImports, listRedirects } from '@/lib/import/queries';
import { getFile, listFiles, listRemovedFiles } from '@/lib/media/files/library';
import { getMedia, listMedia, listRemovedMedia } from '@/lib/media/library';
import { listCalendar } from '@/lib/post-lists/calendar';
import { listAuthors, listPosts } from '@/lib/post-lists/admin-queries';
import { countArchive } from '@/lib/posts/listing/archive-queries';
import { getEditable } from '@/lib/posts/editing/drafting';
import {
  findPostPage,
  listNewestIds,
  listPinnedPosts,
  outlineOf,
  type Scope,
} from '@/lib/posts/listing/listing-queries';
import { postStates } from '@/lib/posts/post';
import { postSorts } from '@/lib/posts/post-sorts';
import { findRelated } from '@/lib/posts/listing/related-queries';
import * as posts from '@/lib/posts/listing/queries';
import { listPagesBelow, listParents } from '@/lib/posts/publishing/page-tree';
import { listScheduled } from '@/lib/posts/publishing/scheduled';
import * as subjects from '@/lib/posts/listing/subject-queries';
import { exportSavedFilters, listSavedFilters } from '@/lib/saved-filters/queries';
import { findListedSeries, listParts, listSeries, listSeriesTitles } from '@/lib/post-lists/series-queries';
import { findTag, listTags } from '@/lib/post-lists/tag-queries';
import { findSeries, findSeriesParts } from '@/lib/posts/listing/series-queries';
import * as redirects from '@/lib/redirects/admin-queries';
import { searchPosts } from '@/lib/search/queries';
import { listSitemap, outlineSitemap } from '@/lib/seo/queries';
import { listChosenImages, readSiteImages } from '@/lib/identity/queries';
import { findEntry, findMenus, listChoices, listMenus } from '@/lib/menus/queries';
import { getSettings, readAnnouncement, readSettings } from '@/lib/settings/queries';
import { findRedirect } from '../factories/imports';
import { MANY, type createLargeSite } from '../factories/large-site';
import { commentReads } from './large-site-comment-reads';
import { editorReads } from './large-site-editor-reads';
import { exportReads } from './large-site-export-reads';
import { peopleReads } from './large-site-people-reads';
import { slotReads } from './large-site-slot-reads';

type Site = Awaited<ReturnType<typeof createLargeSite>>;
export type TestSite = Site & { owner: Actor; writer: Actor; slot: { id: string } };
export type Read = (testSite: TestSite) => unknown;

const scopesOf = ({ tag, user, series }: Site): Scope[] => [
  { kind: 'site' },
  { kind: 'tag', tagId: tag.id },
  { kind: 'author', userId: user.id },
  { kind: 'series', seriesId: series.id },
  { kind: 'time', from: new Date(0), to: new Date() },
];
const overScopes = (read: (scope: Scope) => Promise<unknown>) => (large: Site) =>
  Promise.all(scopesOf(large).map(read));

/** Everything that is exported to read with, by its file. */
export const reads: Record<string, Record<string, Read>> = {
  'app/(site)/reads': {
    readSite: () => site.readSite(),
    readTranslator: () => site.readTranslator(),
    readMenus: () => site.readMenus(),
    readPagesAbove: () => site.readPagesAbove({ type: 'page', slug: 'a/b/c/d' }),
    readHome: () => Promise.all([1, 2, 250].map(site.readHome)),
    readListing: overScopes((scope) => site.readListing(scope, 200)),
    readFeedPosts: overScopes(site.readFeedPosts),
    readFeedComments: ({ busy }) => site.readFeedComments(busy.id),
    readNewestComments: () => site.readNewestComments(),
    readSitemapOutline: () => site.readSitemapOutline(),
    readSitemap: () =>
      Promise.all((['posts', 'pages', 'tags', 'authors', 'series'] as const).map((kind) => site.readSitemap(kind, 1))),
    readSecurityText: () => site.readSecurityText(),
    readNewest: () => site.readNewest(50),
    readArchive: () => site.readArchive(),
    readTag: ({ tag }) => site.readTag(tag.slug),
    readAuthor: ({ user }) => site.readAuthor(user.slug),
    readPost: ({ busy }) => site.readPost(busy.slug),
    readRelated: async ({ busy }) => site.readRelated((await site.readPost(busy.slug))!),
    readNeighbours: async ({ busy }) => site.readNeighbours((await site.readPost(busy.slug))!),
    readCorrectionsOf: ({ busy }) => site.readCorrectionsOf({ id: busy.id, correctionCount: 1 }),
    readCorrections: () => site.readCorrections(1),
    readThread: ({ busy }) => Promise.all([1, 2, 40].map((page) => site.readThread(busy.id, page))),
  },
  'app/(site)/series-reads': {
    readSeries: ({ series }) => seriesReads.readSeries(series.slug),
    readSeriesParts: ({ series }) => seriesReads.readSeriesParts(series.id),
    readSeriesPage: ({ series }) => Promise.all([1, 2, 40].map((page) => seriesReads.readSeriesPage(series.id, page))),
  },
  'lib/dashboard/queries': {
    readDashboardNotices: ({ owner, writer }) =>
      Promise.all([owner, writer].map((actor) => readDashboardNotices(actor))),
  },
  'lib/dashboard/onboarding-queries': {
    readOnboarding: ({ owner, writer }) => Promise.all([owner, writer].map((actor) => readOnboarding(actor))),
  },
  'lib/dashboard/writing-queries': {
    readWriting: ({ owner, writer }) => Promise.all([owner, writer].map((actor) => readWriting(actor))),
  },
  ...commentReads,
  ...editorReads,
  ...exportReads,
  'lib/feeds/queries': {
    listFeedComments: ({ busy }) => listFeedComments(busy.id),
    listNewestComments: () => listNewestComments(),
  },
  'lib/import/queries': {
    listImports: () => listImports(),
    findImport: ({ batch }) => findImport(batch.id),
    findUnfinishedImport: () => findUnfinishedImport(),
    listRedirects: async ({ batch }) => {
      const moves = [];
      for await (const some of listRedirects(batch.id)) moves.push(...some);
      expect(moves.length).toBe(MANY);
      return moves;
    },
  },
  'lib/media/library': {
    getMedia: ({ owner, picture }) => getMedia(owner, picture.id),
    listMedia: ({ owner }) =>
      Promise.all(
        [
          {},
          { query: 'picture' },
          { withoutAlt: true },
          { query: 'picture', withoutAlt: true },
          { isUnused: true },
          { isOldestFirst: true },
        ].map((filter) => listMedia(owner, filter)),
      ),
    listRemovedMedia: ({ owner }) => listRemovedMedia(owner),
  },
  'lib/media/files/library': {
    getFile: ({ owner, file }) => getFile(owner, file.id),
    listFiles: ({ owner }) =>
      Promise.all(
        [{}, { query: 'paper' }, { isUnused: true }, { isOldestFirst: true }].map((filter) =>
          listFiles(owner, { kind: 'document', ...filter }),
        ),
      ),
    listRemovedFiles: ({ owner }) => listRemovedFiles(owner),
  },
  'lib/saved-filters/queries': {
    listSavedFilters: ({ owner }) => listSavedFilters(owner, 'posts'),
    exportSavedFilters: ({ owner }) => exportSavedFilters(owner),
  },
  ...peopleReads,
  'lib/post-lists/calendar': {
    listCalendar: ({ owner, writer }) =>
      Promise.all([owner, writer].map((actor) => listCalendar(actor, { year: 2026, month: 11 }, 'Europe/Vienna'))),
  },
  'lib/post-lists/admin-queries': {
    listAuthors: ({ owner }) => listAuthors(owner),
    listPosts: ({ owner, writer, tag, tags, user, users }) =>
      Promise.all(
        [owner, writer]
          .flatMap((actor) =>
            ([null, ...postStates] as const).flatMap((state) =>
              [
                {},
                { query: 'harbour' },
                { tagId: tag.id, query: 'harbour', authorId: user.id },
                { tagId: tags[9]!.id, query: 'harbour', authorId: users[9]!.id },
              ].map((filter) => listPosts(actor, { type: 'post', state, ...filter })),
            ),
          )
          .concat(postSorts.map((sort) => listPosts(owner, { type: 'post', sort, authorId: user.id }))),
      ),
  },
  'lib/posts/listing/archive-queries': { countArchive: () => countArchive('Europe/Vienna') },
  'lib/posts/editing/drafting': { getEditable: ({ writer, busy }) => getEditable(writer, busy.id) },
  'lib/posts/listing/listing-queries': {
    outlineOf: overScopes((scope) => outlineOf(scope)),
    findPostPage: overScopes(async (scope) =>
      findPostPage(scope, 24, { outline: await outlineOf(scope), perPage: 100 }),
    ),
    listPinnedPosts: () => listPinnedPosts(),
    listNewestIds: overScopes((scope) => listNewestIds(scope, 100)),
  },
  'lib/images/queries': { findImage: ({ picture }) => findImage(picture.id) },
  'lib/menus/queries': {
    findMenus: () => findMenus(),
    listMenus: ({ owner }) => listMenus(owner),
    findEntry: ({ owner }) => findEntry(owner, 'nothing'),
    listChoices: ({ owner }) => listChoices(owner),
  },
  'lib/posts/listing/queries': {
    findPublicPost: ({ busy }) => posts.findPublicPost(busy.slug),
    findAnyPost: ({ busy }) => posts.findAnyPost(busy.id),
    listWholePosts: ({ posts: rows }) => posts.listWholePosts(rows.slice(0, 1_000).map(({ id }) => id)),
    listPublicPosts: () => posts.listPublicPosts(1_000),
    listTeasers: ({ posts: rows }) =>
      posts.listTeasers({ where: { id: { in: rows.slice(0, 1_000).map(({ id }) => id) } }, take: 1_000 }),
    listTeasersOf: ({ posts: rows }) => posts.listTeasersOf(rows.slice(0, 1_000).map(({ id }) => id)),
    findNeighbours: ({ posts: rows }) => posts.findNeighbours(rows[1_000]!),
  },
  'lib/posts/listing/related-queries': { findRelated: ({ busy, tag }) => findRelated({ id: busy.id, tags: [tag] }) },
  'lib/posts/listing/series-queries': {
    findSeries: ({ series }) => findSeries(series.slug),
    findSeriesParts: ({ series }) => findSeriesParts(series.id),
  },
  'lib/posts/publishing/page-tree': {
    listParents: ({ owner, busy }) => listParents(owner, { id: busy.id, parentId: null }),
    listPagesBelow: ({ busy }) => listPagesBelow([busy.id]),
  },
  'lib/posts/publishing/scheduled': { listScheduled: ({ owner }) => listScheduled(owner) },
  'lib/posts/listing/subject-queries': {
    findTag: ({ tag }) => subjects.findTag(tag.slug),
    findAuthor: ({ user }) => subjects.findAuthor(user.slug),
    findMenu: () => subjects.findMenu(100),
    findPagesAbove: () => subjects.findPagesAbove('a/b/c/d'),
  },
  'lib/post-lists/tag-queries': {
    findTag: ({ owner, tag }) => findTag(owner, tag.id),
    listTags: ({ owner }) => Promise.all(['', 'tag'].map((search) => listTags(owner, { search, after: '' }))),
  },
  'lib/post-lists/series-queries': {
    findListedSeries: ({ owner, series }) => findListedSeries(owner, series.id),
    listParts: ({ owner, series }) => listParts(owner, series.id),
    listSeries: ({ owner }) => Promise.all(['', 'series'].map((search) => listSeries(owner, { search, after: '' }))),
    listSeriesTitles: ({ owner, writer }) => Promise.all([owner, writer].map((actor) => listSeriesTitles(actor))),
  },
  'lib/redirects/admin-queries': {
    findRedirectPage: ({ owner }) =>
      Promise.all(
        (['newest', 'from', 'hits', 'last'] as const).map((order) =>
          redirects.findRedirectPage(owner, { search: order === 'from' ? 'old' : '', order, page: 20 }),
        ),
      ),
    findRedirectById: ({ owner }) => redirects.findRedirectById(owner, 'none'),
    findMissingPage: ({ owner }) => redirects.findMissingPage(owner, { order: 'most', page: 1 }),
    exportRedirects: async ({ owner }) => {
      const all = [];
      for await (const some of redirects.exportRedirects(owner)) all.push(...some);
      expect(all.length).toBe(MANY);
      return all;
    },
  },
  'lib/redirects/queries': {
    findRedirect: ({ busy: { slug } }) =>
      Promise.all(['/old/7', '/nothing', `/${slug}/comment-page-9`, `/${slug}?replytocom=7`].map(findRedirect)),
  },
  'lib/search/queries': { searchPosts: () => searchPosts('harbour notes') },
  'lib/seo/queries': {
    outlineSitemap: () => outlineSitemap(100),
    listSitemap: async () => {
      const outline = await outlineSitemap();
      const kinds = ['posts', 'pages', 'tags', 'authors'] as const;
      const parts = kinds.map((kind) => listSitemap({ kind, part: 1, outline }, 'https://large.example'));
      expect((await Promise.all(parts)).map((entries) => entries.length)).toEqual([MANY, MANY, MANY, MANY]);
      return outline;
    },
  },
  'lib/settings/queries': {
    getSettings: () => getSettings(),
    readSettings: () => readSettings(),
    readAnnouncement: () => readAnnouncement(),
  },
  'lib/identity/queries': {
    readSiteImages: () => readSiteImages(),
    listChosenImages: async ({ picture }) => listChosenImages({ ...(await getSettings()), logoId: picture.id }),
  },
  ...slotReads,
};
