import { translatorOf } from '@/lib/i18n/translator';
import { formatDay } from '@/lib/time/dates';
import type { Feed, FeedItem } from './feed';
import { element, escapeXml } from '@/lib/html/xml';

/** Additions for browsers, in another namespace that feed readers ignore. */
export type FeedFormatWriter = {
  instruction: string;
  head: (feed: Feed) => string;
  item: (feed: Feed, item: FeedItem) => string;
};

const namespace = { 'xmlns:h': 'http://www.w3.org/1999/xhtml' };

/** A feed without additions. */
export const plain: FeedFormatWriter = { instruction: '', head: () => '', item: () => '' };

/** Adds links, text and a style sheet. XSLT would be smaller, but browsers are removing it. */
export const pageFormat: FeedFormatWriter = {
  instruction: '<?xml-stylesheet type="text/css" href="/feed.css"?>',
  head: (feed) => {
    const t = translatorOf(feed.language);
    return html(
      'header',
      `<h:meta name="viewport" content="width=device-width, initial-scale=1"/>${element('h:title', feed.title)}` +
        element('h:p', t('feed.kicker'), { class: 'kicker' }) +
        element('h:h1', feed.title) +
        element('h:p', feed.description) +
        element('h:p', t('feed.help'), { class: 'feed-help' }) +
        `<h:p class="address">${element('h:code', feed.selfUrl)}</h:p>` +
        `<h:p>${link(feed.pageUrl, t('feed.view'))}</h:p>` +
        (feed.items.length === 0 ? element('h:p', t('feed.empty'), { class: 'feed-help' }) : ''),
    );
  },
  item: (feed, item) =>
    html(
      'article',
      `<h:h2>${link(item.url, item.title || 'Untitled')}</h:h2>` +
        element('h:p', [day(feed, item), ...item.authors.map(({ name }) => name)].join(' · '), { class: 'facts' }) +
        element('h:p', item.summary),
      item.language,
    ),
};

function day(feed: Feed, { publishedAt }: FeedItem) {
  return formatDay(publishedAt, { language: feed.language, timeZone: feed.timeZone });
}

function html(name: string, content: string, language = '') {
  const attributes = Object.entries({ ...namespace, ...(language ? { lang: language } : {}) });
  const written = attributes.map(([key, value]) => ` ${key}="${escapeXml(value)}"`).join('');
  return `<h:${name}${written}>${content}</h:${name}>`;
}

function link(href: string, words: string) {
  return element('h:a', words, { href });
}
