import type { ThreadComment } from '@/lib/comments/comment';
import { plainCommentText } from '@/lib/comments/plain-text';
import { isoWithOffset } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { PublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { shorten } from '@/lib/text/shorten';
import { descriptionOf, lastChange, shareImage, type SiteIdentity } from './head';

const MAX_COMMENTS = 10;
const MAX_COMMENT_LENGTH = 160;
const MAX_COMMENTS_LENGTH = 1_500;

/** JSON for a script element: cannot end the element or begin a comment. */
export function scriptJson(value: unknown) {
  return JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
}

type Series = { title: string; slug: string; description: string };

/** JSON-LD of a list: part of the site, with a search box. */
export function listGraph(site: SiteIdentity, list: { title: string; path: string; series?: Series }) {
  const isHome = list.path === '/';
  const trail = isHome ? [] : [breadcrumbs(site, [{ name: list.title, path: list.path }])];
  return graph([
    webSite(site),
    publisher(site),
    ...trail,
    ...(list.series ? [creativeWorkSeries(site, list.series)] : []),
  ]);
}

function creativeWorkSeries({ siteUrl }: SiteIdentity, { title, slug, description }: Series) {
  const url = siteUrl + paths.series(slug);
  return {
    '@type': 'CreativeWorkSeries',
    '@id': `${url}#series`,
    name: title,
    url,
    ...(description ? { description } : {}),
  };
}

/** JSON-LD of a post, with its first visible comments. */
type Around = {
  /** The pages above a page. */
  above?: readonly { title: string; slug: string }[];
  comments?: readonly ThreadComment[] | undefined;
  corrections?: readonly { note: string; at: string }[];
  /** That it is a part of, and where it stands in it. */
  series?: { series: Series; part: number } | null;
};

export function postGraph(site: SiteIdentity, post: PublicPost, { above = [], ...conversation }: Around = {}) {
  const [section] = post.tags;
  const steps = [
    ...(section ? [{ name: section.name, path: paths.tag(section.slug) }] : []),
    ...above.map(({ title, slug }) => ({ name: title, path: paths.post(slug) })),
  ];
  const trail = breadcrumbs(site, [...steps, { name: titleOf(post), path: paths.post(post.slug) }]);
  return graph([
    webSite(site),
    publisher(site),
    trail,
    ...(post.type === 'post' ? [blogPosting(site, post, conversation)] : []),
  ]);
}

function blogPosting(site: SiteIdentity, post: PublicPost, { comments = [], corrections = [], series }: Around) {
  const { settings, siteUrl } = site;
  const url = siteUrl + paths.post(post.slug);
  const image = shareImage(site, post);
  const described = describeComments(comments, url, settings.timeZone);
  return {
    '@type': 'BlogPosting',
    '@id': `${url}#article`,
    headline: titleOf(post),
    ...(post.subtitle ? { alternativeHeadline: post.subtitle } : {}),
    description: descriptionOf(post),
    ...(image ? { image: [{ '@type': 'ImageObject', url: image.url, width: image.width, height: image.height }] } : {}),
    datePublished: isoWithOffset(post.publishAt, settings.timeZone),
    dateModified: isoWithOffset(lastChange(post), settings.timeZone),
    author: post.authors.map(({ name, slug }) => ({ '@type': 'Person', name, url: siteUrl + paths.author(slug) })),
    publisher: { '@id': `${siteUrl}/#publisher` },
    mainEntityOfPage: url,
    ...(post.tags[0] ? { articleSection: post.tags[0].name } : {}),
    keywords: post.tags.map((tag) => tag.name),
    wordCount: post.wordCount,
    timeRequired: `PT${post.readingMinutes}M`,
    inLanguage: post.locale || settings.language,
    commentCount: post.commentCount,
    ...(described.length > 0 ? { comment: described } : {}),
    ...(corrections.length > 0 ? { correction: corrections.map(describeCorrection) } : {}),
    ...(series ? { isPartOf: creativeWorkSeries(site, series.series), position: series.part } : {}),
    isAccessibleForFree: true,
  };
}

function describeCorrection({ note, at }: { note: string; at: string }) {
  return { '@type': 'CorrectionComment', text: note, datePublished: at };
}

// Visible comments only, and few: the page carries them twice.
function describeComments(comments: readonly ThreadComment[], url: string, timeZone: string) {
  const described: object[] = [];
  let room = MAX_COMMENTS_LENGTH;
  for (const { id, author, bodyHtml, createdAt, state } of comments) {
    if (state !== 'shown') continue;
    const comment = {
      '@type': 'Comment',
      url: `${url}#comment-${id}`,
      text: shorten(plainCommentText(bodyHtml), MAX_COMMENT_LENGTH),
      dateCreated: isoWithOffset(new Date(createdAt), timeZone),
      author: { '@type': 'Person', name: author.name || 'Somebody' },
    };
    room -= JSON.stringify(comment).length;
    if (room < 0 || described.length === MAX_COMMENTS) break;
    described.push(comment);
  }
  return described;
}

function webSite({ settings, siteUrl }: SiteIdentity) {
  return {
    '@type': 'WebSite',
    '@id': `${siteUrl}/#website`,
    url: `${siteUrl}/`,
    name: settings.siteName,
    ...(settings.tagline ? { description: settings.tagline } : {}),
    inLanguage: settings.language,
    publisher: { '@id': `${siteUrl}/#publisher` },
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: `${siteUrl}${paths.search()}?q={search_term_string}` },
      'query-input': 'required name=search_term_string',
    },
  };
}

function publisher({ settings, images: { mark }, siteUrl }: SiteIdentity) {
  const accounts = settings.socialLinks.map(({ url }) => url);
  return {
    '@type': 'Organization',
    '@id': `${siteUrl}/#publisher`,
    name: settings.siteName,
    url: `${siteUrl}/`,
    ...(mark
      ? {
          logo: {
            '@type': 'ImageObject',
            url: siteUrl + paths.upload(mark.path),
            width: mark.width,
            height: mark.height,
          },
        }
      : {}),
    ...(accounts.length > 0 ? { sameAs: accounts } : {}),
  };
}

function breadcrumbs({ settings, siteUrl }: SiteIdentity, steps: { name: string; path: string }[]) {
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [{ name: settings.siteName, path: '/' }, ...steps].map(({ name, path }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name,
      item: siteUrl + path,
    })),
  };
}

function graph(nodes: object[]) {
  return { '@context': 'https://schema.org', '@graph': nodes };
}
