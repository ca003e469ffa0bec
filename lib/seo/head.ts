import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import { CARD_SIZE, cardOf } from '@/lib/identity/social-card';
import { iconAddress, iconLinks, type SiteImages } from '@/lib/identity/site-images';
import type { ShownImage } from '@/lib/images/queries';
import { variantUpTo } from '@/lib/images/variants';
import type { PostTeaser, PublicPost } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { paperColours } from '@/lib/settings/papers';
import type { Settings } from '@/lib/settings/settings';
import { verificationTags } from '@/lib/settings/verification';
import { cardTitleOf, describedBy, sharedTexts } from './shared-texts';
import { withoutNotes } from '@/lib/posts/rendering/footnotes';

/** `siteUrl` has no trailing slash. */
export type SiteIdentity = { settings: Settings; images: SiteImages; siteUrl: string };

/** In pixels: wide enough for previews, never the original. */
const SHARE_WIDTH = 1600;
/** Largest side of the site icon, in pixels. */
const MAX_ICON_PX = 512;

/** The page background of both themes, for the browser's own bars. */
export function siteViewport({ settings }: Pick<SiteIdentity, 'settings'>) {
  const { light, dark } = paperColours(settings.paper);
  return {
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: light },
      { media: '(prefers-color-scheme: dark)', color: dark },
    ],
  };
}

/** The default metadata of all pages. */
export function siteHead({ settings, images, siteUrl }: SiteIdentity) {
  return {
    metadataBase: new URL(siteUrl),
    title: { default: settings.siteName, template: `%s — ${settings.siteName}` },
    description: settings.tagline || null,
    robots: robotsOf(settings),
    applicationName: settings.siteName,
    manifest: paths.manifest(),
    icons: iconLinks(images),
    other: verificationTags(settings),
    alternates: { types: feedTypesOf([siteFeeds({ settings, siteUrl })]) },
  };
}

/** What search engines may do with every page. */
function robotsOf({ hidesFromSearch }: Settings) {
  return { 'max-image-preview': 'large' as const, ...(hidesFromSearch ? { index: false, follow: true } : {}) };
}

type ListHead = {
  title: string;
  description?: string;
  path: string;
  feedsOf: string;
  page?: number;
  /** The listed posts: the first image represents the list. */
  posts?: PostTeaser[];
};

/** The head of a list: page N is its own canonical, and every list has three feeds. */
export function listHead(site: SiteIdentity, list: ListHead) {
  const { page = 1 } = list;
  const t = translatorOf(site.settings.language);
  const title = page > 1 ? t('list.titleOfPage', { title: list.title, page }) : list.title;
  const description =
    list.description || site.settings.tagline || t('list.description', { site: site.settings.siteName });
  const isHome = list.path === '/' || list.path === paths.home(page);
  // What was chosen for the site stands for its front page, whatever is newest on it.
  const isOfSite = isHome && site.images.social;
  const own = isOfSite ? undefined : list.posts?.map((post) => shareImage(site, post)).find(Boolean);
  const image = own ?? defaultImage(site);
  return {
    title: isHome && page === 1 ? { absolute: list.title } : title,
    description: description || null,
    alternates: {
      canonical: site.siteUrl + list.path,
      types: feedTypesOf([...(list.feedsOf ? [feedsAt(site, list.feedsOf, list.title)] : []), siteFeeds(site)]),
    },
    openGraph: {
      ...openGraphSite(site),
      type: 'website' as const,
      title,
      url: site.siteUrl + list.path,
      description,
      images: [image],
    },
    twitter: {
      card: own ? ('summary' as const) : defaultCard(site),
      title,
      description,
      images: [{ url: image.url, alt: image.alt }],
    },
  };
}

/** The head of a post or page. */
export function postHead(site: SiteIdentity, post: PublicPost) {
  const { search, social } = sharedTexts(post, withoutNotes(post.bodyText), site.settings.siteName);
  const url = site.siteUrl + paths.post(post.slug);
  const large = socialImage(site, post) ?? shareImage(site, post) ?? cardImage(site, post);
  const image = large ?? defaultImage(site);
  const isArticle = post.type === 'post';
  return {
    title: post.seoTitle ? { absolute: post.seoTitle } : titleOf(post),
    description: search.description || null,
    authors: post.authors.map(({ name, slug }) => ({ name, url: site.siteUrl + paths.author(slug) })),
    keywords: post.tags.map((tag) => tag.name),
    alternates: {
      canonical: post.canonicalUrl ? new URL(post.canonicalUrl, site.siteUrl).href : url,
      types: feedTypesOf([siteFeeds(site), ...(post.commentsMode === 'off' ? [] : [commentFeeds(site, post)])]),
    },
    robots: { index: !post.noindex, follow: true, ...robotsOf(site.settings) },
    openGraph: {
      ...openGraphSite(site),
      ...social,
      url,
      images: [image],
      ...(isArticle
        ? {
            type: 'article' as const,
            publishedTime: post.publishAt.toISOString(),
            modifiedTime: lastChange(post).toISOString(),
            authors: post.authors.map(({ slug }) => site.siteUrl + paths.author(slug)),
            section: post.tags[0]?.name ?? null,
            tags: post.tags.map((tag) => tag.name),
          }
        : { type: 'website' as const }),
    },
    twitter: {
      card: large ? ('summary_large_image' as const) : defaultCard(site),
      ...social,
      images: [{ url: image.url, alt: image.alt }],
    },
  };
}

/** The author's description of a post, else its beginning. */
export function descriptionOf(post: PublicPost) {
  return describedBy(post, withoutNotes(post.bodyText));
}

/** The cover for link previews. */
export function shareImage(site: SiteIdentity, { cover, coverAlt }: PostTeaser) {
  return cover && sharedImage(site, { ...cover, alt: coverAlt || cover.alt });
}

/** The image that was chosen for link previews alone. */
function socialImage(site: SiteIdentity, post: PublicPost) {
  return post.socialImage && sharedImage(site, post.socialImage);
}

function sharedImage({ siteUrl }: SiteIdentity, { variants, alt }: Pick<ShownImage, 'variants' | 'alt'>) {
  const variant = variantUpTo(variants, SHARE_WIDTH);
  if (!variant) return null;
  const { path, width, height } = variant;
  return { url: siteUrl + paths.upload(path), width, height, alt };
}

/** The last visible change. */
export function lastChange(post: { contentUpdatedAt: Date; publishAt: Date }) {
  return post.contentUpdatedAt > post.publishAt ? post.contentUpdatedAt : post.publishAt;
}

/** The drawn card of a post that has one. */
function cardImage({ settings, siteUrl }: SiteIdentity, post: PublicPost) {
  const title = cardTitleOf(post);
  return cardOf(settings, post, title) && { url: siteUrl + paths.socialCard(post.slug), ...CARD_SIZE, alt: title };
}

/** The site's icon at its largest. */
export function siteIcon({ settings, images, siteUrl }: SiteIdentity) {
  const url = siteUrl + iconAddress(images, MAX_ICON_PX);
  return { url, width: MAX_ICON_PX, height: MAX_ICON_PX, alt: settings.siteName };
}

/** For pages without an image: the site's social image, else its icon. */
function defaultImage(site: SiteIdentity) {
  const { social } = site.images;
  if (!social) return siteIcon(site);
  const { path, width, height, alt } = social;
  return { url: site.siteUrl + paths.upload(path), width, height, alt: alt || site.settings.siteName };
}

function defaultCard({ images }: SiteIdentity) {
  return images.social ? ('summary_large_image' as const) : ('summary' as const);
}

type Feeds = { of: string; title: string };

function siteFeeds({ settings, siteUrl }: Pick<SiteIdentity, 'settings' | 'siteUrl'>): Feeds {
  return { of: siteUrl, title: settings.siteName };
}

function feedsAt({ siteUrl }: SiteIdentity, path: string, title: string): Feeds {
  return { of: siteUrl + path, title };
}

function commentFeeds({ siteUrl, settings }: SiteIdentity, post: PublicPost): Feeds {
  return {
    of: siteUrl + paths.post(post.slug),
    title: translatorOf(settings.language)('feed.comments', { title: titleOf(post) }),
  };
}

// Feed readers subscribe to the first feed a page names.
function feedTypesOf(all: Feeds[]) {
  const feed = (format: 'atom' | 'rss' | 'json') =>
    all.map(({ of, title }) => ({ url: paths.feed(of, format), title }));
  return {
    'application/atom+xml': feed('atom'),
    'application/rss+xml': feed('rss'),
    'application/feed+json': feed('json'),
  };
}

function openGraphSite({ settings }: SiteIdentity) {
  const [language = 'en', region] = settings.language.split('-');
  return {
    siteName: settings.siteName,
    ...(region?.length === 2 ? { locale: `${language}_${region.toUpperCase()}` } : {}),
  };
}
