import { escapeAttribute, escapeText } from '@/lib/html/writing';
import { markdownToHtml } from '../../reading/markdown';
import { isRow, isSet, rowsOf, textOf, type Row } from './rows';

export type CardNotes = {
  /** A card without a meaning here. */
  unknown: (name: string) => void;
  /** A card that is left out, and why. */
  leftOut: (why: string) => void;
};

/** The HTML of a card, by either editor's name; "" for one that readers of the site did not see. */
export function cardHtml(name: string, card: Row, notes: CardNotes): string {
  const kind = name
    .replace(/^card-/, '')
    .replace(/-card$/, '')
    .toLowerCase();
  const write = Object.hasOwn(cards, kind) ? cards[kind] : undefined;
  if (write) return write(card, notes);
  notes.unknown(name);
  return [textOf(card, 'html'), textOf(card, 'text')].find(Boolean) ?? '';
}

const cards: Record<string, (card: Row, notes: CardNotes) => string> = {
  image: imageHtml,
  gallery: galleryHtml,
  bookmark: bookmarkHtml,
  embed: embedHtml,
  callout: calloutHtml,
  toggle: toggleHtml,
  code: codeHtml,
  codeblock: codeHtml,
  html: htmlCard,
  markdown: (card) => markdownToHtml(textOf(card, 'markdown')),
  video: (card) => playerHtml('video', card),
  audio: (card) => playerHtml('audio', card),
  file: fileHtml,
  button: (card) => buttonHtml(textOf(card, 'buttonText'), textOf(card, 'buttonUrl')),
  product: productHtml,
  header: headerHtml,
  hr: () => '<hr>',
  horizontalrule: () => '<hr>',
  paywall: () => '',
  'call-to-action': callToActionHtml,
  transistor: (card, notes) => leftOut(notes, 'A Transistor player was left out, which needs a signed-in member.'),
  signup: (card, notes) => leftOut(notes, 'A form to subscribe was left out.'),
  email: (card, notes) => leftOut(notes, 'A part for e-mails alone was left out, which the page did not show.'),
  'email-cta': (card, notes) => leftOut(notes, 'A part for e-mails alone was left out, which the page did not show.'),
};

function leftOut(notes: CardNotes, why: string) {
  notes.leftOut(why);
  return '';
}

function imageHtml(card: Row): string {
  const src = textOf(card, 'src');
  if (!src) return '';
  const image = `<img src="${escapeAttribute(src)}" alt="${escapeAttribute(textOf(card, 'alt'))}">`;
  const href = textOf(card, 'href');
  const linked = href ? `<a href="${escapeAttribute(href)}">${image}</a>` : image;
  const layout = ['wide', 'full'].find((width) => textOf(card, 'cardWidth') === width);
  return `<figure${layout ? ` data-layout="${layout}"` : ''}>${linked}${captionHtml(card)}</figure>`;
}

function captionHtml(card: Row) {
  const caption = textOf(card, 'caption').trim();
  return caption ? `<figcaption>${caption}</figcaption>` : '';
}

function captionLine(card: Row) {
  const caption = textOf(card, 'caption').trim();
  return caption ? `<p>${caption}</p>` : '';
}

function galleryHtml(card: Row) {
  const images = rowsOf(card, 'images').map(imageHtml).join('');
  return images && `<div data-gallery="">${images}</div>${captionLine(card)}`;
}

function bookmarkHtml(card: Row) {
  const about = isRow(card.metadata) ? card.metadata : {};
  const url = textOf(card, 'url') || textOf(about, 'url');
  if (!url) return '';
  const title = textOf(about, 'title') || url;
  const site = textOf(about, 'publisher') || textOf(about, 'author');
  const lines = [
    `<p><a href="${escapeAttribute(url)}">${escapeText(title)}</a></p>`,
    textOf(about, 'description') && `<p>${escapeText(textOf(about, 'description'))}</p>`,
    site && `<p><small>${escapeText(site)}</small></p>`,
  ];
  return `<aside data-bookmark="">${lines.filter(Boolean).join('')}</aside>${captionLine(card)}`;
}

function embedHtml(card: Row) {
  const url = textOf(card, 'url');
  if (!url) return textOf(card, 'html') + captionLine(card);
  return `<figure class="kg-embed-address">${escapeText(url)}${captionHtml(card)}</figure>`;
}

const tones: Record<string, string> = { red: 'danger', yellow: 'warning', green: 'tip' };

function calloutHtml(card: Row) {
  const emoji = textOf(card, 'calloutEmoji');
  const words = textOf(card, 'calloutText');
  const tone = tones[textOf(card, 'backgroundColor')] ?? 'note';
  if (!words.trim()) return '';
  return `<aside data-callout="${tone}"><p>${emoji ? `${escapeText(emoji)} ` : ''}${inlineOf(words)}</p></aside>`;
}

// Both editors store one paragraph, the second in its element.
function inlineOf(html: string) {
  return html.replace(/^\s*<p\b[^>]*>([\s\S]*)<\/p>\s*$/i, (whole, inner: string) =>
    /<\/?p\b/i.test(inner) ? whole : inner,
  );
}

function toggleHtml(card: Row) {
  const content = textOf(card, 'content');
  return `<details><summary>${inlineOf(textOf(card, 'heading'))}</summary>${content}</details>`;
}

function codeHtml(card: Row) {
  const language = textOf(card, 'language').toLowerCase();
  const named = /^[\w+#.-]{1,30}$/.test(language) ? ` class="language-${language}"` : '';
  return `<pre><code${named}>${escapeText(textOf(card, 'code'))}</code></pre>${captionLine(card)}`;
}

function htmlCard(card: Row, notes: CardNotes) {
  const html = textOf(card, 'html');
  if (/<script\b/i.test(html)) notes.leftOut('A script in an HTML card was left out.');
  return html;
}

function playerHtml(name: 'audio' | 'video', card: Row) {
  const src = textOf(card, 'src');
  if (!src) return '';
  const title = name === 'audio' ? textOf(card, 'title').trim() : '';
  const heading = title ? `<p><strong>${escapeText(title)}</strong></p>` : '';
  return `${heading}<${name} src="${escapeAttribute(src)}" controls></${name}>${captionLine(card)}`;
}

function fileHtml(card: Row) {
  const src = textOf(card, 'src');
  if (!src) return '';
  const title = textOf(card, 'fileTitle') || textOf(card, 'fileName') || src;
  const caption = textOf(card, 'fileCaption').trim();
  const link = `<p data-file=""><a href="${escapeAttribute(src)}">${escapeText(title)}</a></p>`;
  return link + (caption ? `<p>${escapeText(caption)}</p>` : '');
}

function buttonHtml(text: string, url: string) {
  return text && url ? `<p data-button=""><a href="${escapeAttribute(url)}">${escapeText(text)}</a></p>` : '';
}

function productHtml(card: Row) {
  const rating = isSet(card, 'productRatingEnabled') ? Math.round(Number(card.productStarRating) || 0) : 0;
  const stars = Math.min(5, Math.max(0, rating));
  return [
    imageHtml({ src: textOf(card, 'productImageSrc'), alt: '' }),
    textOf(card, 'productTitle') && `<h3>${inlineOf(textOf(card, 'productTitle'))}</h3>`,
    stars > 0 && `<p>${'★'.repeat(stars)}${'☆'.repeat(5 - stars)}</p>`,
    textOf(card, 'productDescription'),
    isSet(card, 'productButtonEnabled') && buttonHtml(textOf(card, 'productButton'), textOf(card, 'productUrl')),
  ]
    .filter(Boolean)
    .join('');
}

function headerHtml(card: Row) {
  const [header, subheader] = [textOf(card, 'header'), textOf(card, 'subheader')];
  return [
    imageHtml({ src: textOf(card, 'backgroundImageSrc'), alt: '' }),
    header.trim() && `<h2>${inlineOf(header)}</h2>`,
    subheader.trim() && `<p>${inlineOf(subheader)}</p>`,
    isSet(card, 'buttonEnabled') && buttonHtml(textOf(card, 'buttonText'), textOf(card, 'buttonUrl')),
  ]
    .filter(Boolean)
    .join('');
}

function callToActionHtml(card: Row) {
  const words = textOf(card, 'textValue');
  const button = isSet(card, 'showButton') ? buttonHtml(textOf(card, 'buttonText'), textOf(card, 'buttonUrl')) : '';
  const content = imageHtml({ src: textOf(card, 'imageUrl'), alt: '' }) + words + button;
  return content && `<aside data-callout="note">${content}</aside>`;
}
