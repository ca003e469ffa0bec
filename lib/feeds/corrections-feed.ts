import { translatorOf } from '@/lib/i18n/translator';
import { escapeHtml } from '@/lib/html/escaping';
import type { ListedCorrection } from '@/lib/corrections/queries';
import { titleOf } from '@/lib/posts/title';
import { siteIcon, type SiteIdentity } from '@/lib/seo/head';
import { paths } from '@/lib/web/paths';
import type { Feed, FeedFormat, FeedItem } from './feed';
import { latest } from './post-feed';

/** The feed of what was corrected in all articles, newest first. */
export function correctionsFeed(
  site: SiteIdentity,
  format: FeedFormat,
  corrections: readonly ListedCorrection[],
): Feed {
  const { settings, siteUrl } = site;
  return {
    id: `${siteUrl}/corrections`,
    title: translatorOf(settings.language)('feed.corrections', { site: settings.siteName }),
    description: '',
    language: settings.language,
    timeZone: settings.timeZone,
    pageUrl: siteUrl + paths.corrections(),
    selfUrl: siteUrl + paths.feed(paths.corrections(), format),
    updatedAt: latest(
      corrections.map(({ at }) => new Date(at)),
      settings.setUpAt,
    ),
    iconUrl: siteIcon(site).url,
    items: corrections.map((correction) => itemOf(site, correction)),
  };
}

function itemOf({ siteUrl, settings }: SiteIdentity, { id, note, at, by, post }: ListedCorrection): FeedItem {
  const iri = `urn:uuid:${id}`;
  const t = translatorOf(settings.language);
  const thanks = by ? ` ${t('feed.thanks', { name: by.name })}` : '';
  return {
    id: iri,
    iri,
    url: siteUrl + paths.correction(post.slug, id),
    title: t('feed.correction', { title: titleOf(post) }),
    summary: note + thanks,
    html: `<p>${escapeHtml(note + thanks)}</p>`,
    language: '',
    publishedAt: new Date(at),
    updatedAt: new Date(at),
    authors: by ? [{ name: by.name, url: '' }] : [],
    tags: [],
    image: null,
    enclosures: [],
    comments: null,
    inReplyTo: null,
  };
}
