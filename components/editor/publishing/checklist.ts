import { lossSentence } from '@/lib/html/losses';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import type { PostType } from '@/lib/posts/post';
import { checksOf, type Check } from '@/lib/posts/publishing/checklist';
import { countWords } from '@/lib/posts/rendering/word-count';
import type { PublishRules } from '@/lib/settings/publish-rules';
import { labelOf, type EditorFields } from '../fields';

/** What the owner's check list says of what is typed. */
export function checksOfFields(fields: EditorFields, { type, rules, openNotes }: Site): Check[] {
  const { coverId, coverAlt, excerpt, tags, seoDescription, bodyHtml } = fields;
  const listed = tags.split(',').filter((name) => name.trim() !== '');
  const text = bodyHtml.replace(/<[^>]*>/g, ' ').replace(/&[a-z#0-9]+;/gi, ' ');
  const typed = { coverId, coverAlt, excerpt, tags: listed, seoDescription, bodyHtml };
  return checksOf({ ...typed, type, words: countWords(text), openNotes }, rules);
}

type Site = { type: PostType; rules: PublishRules; openNotes: number };

/** What must be corrected before publishing: the title, fields that were not saved, and what the check list blocks. */
export function publishingFaults(
  fields: EditorFields,
  problems: Record<string, string>,
  { checks, t }: { checks: readonly Check[]; t: AdminText },
): string[] {
  const title = fields.title.trim() ? [] : ['It has no title yet.'];
  const others = Object.entries(problems).map(([name, why]) => `${t(labelOf(name))}: ${t.said(why)}`);
  const blocking = checks.filter(({ level }) => level === 'block').map(({ sentence }) => sentence);
  return [...title, ...others, ...blocking];
}

/** `losses`: what sanitising removes; `language`: in which it is listed. */
type Told = { losses: readonly string[]; language: string };

/** Hints before publishing, in English sentences for `t.said`; they never block it. */
export function publishingHints(fields: EditorFields, checks: readonly Check[], { losses, language }: Told): string[] {
  const html = fields.bodyHtml;
  return [
    lossSentence(losses, language),
    !html.trim() && 'It has no text yet.',
    imagesNotCopied(html),
    imagesElsewhere(html),
    buttonsWithoutAddress(html),
    bookmarksWithoutAddress(html),
    ...checks.filter(({ level }) => level === 'warn').map(({ sentence }) => sentence),
    headingOrder(html),
  ].filter((hint): hint is string => Boolean(hint));
}

function imagesNotCopied(html: string) {
  const missingImages = (html.match(/<figure\b[^>]* data-missing-image=/gi) ?? []).length;
  if (missingImages === 0) return false;
  return missingImages === 1
    ? 'An image was not copied: upload it or remove it.'
    : `${missingImages} images were not copied: upload them or remove them.`;
}

function imagesElsewhere(html: string) {
  const own = /\bsrc="(https?:\/\/[^/"]+)?\/uploads\//i;
  const others = (html.match(/<img\b[^>]*>/gi) ?? []).filter((image) => !own.test(image)).length;
  if (others === 0) return false;
  return others === 1
    ? 'An image was not uploaded here: readers see a link to it.'
    : `${others} images were not uploaded here: readers see links to them.`;
}

function buttonsWithoutAddress(html: string) {
  const bare = countOf(html, /<p\b[^>]* data-button=""[^>]*>(?!<a\b)/gi);
  if (bare === 0) return false;
  return bare === 1
    ? 'A button has no address: readers see its words alone.'
    : `${bare} buttons have no address: readers see their words alone.`;
}

function bookmarksWithoutAddress(html: string) {
  const bare = countOf(html, /<aside\b[^>]* data-bookmark=""[^>]*>(?!\s*<p><a\b)/gi);
  if (bare === 0) return false;
  return bare === 1
    ? 'A bookmark card has no address: readers see its words alone.'
    : `${bare} bookmark cards have no address: readers see their words alone.`;
}

function countOf(html: string, pattern: RegExp) {
  return (html.match(pattern) ?? []).length;
}

function headingOrder(html: string) {
  let level = 1;
  for (const [, digit, text = ''] of html.matchAll(/<h([2-6])\b[^>]*>([\s\S]*?)<\/h\1>/gi)) {
    const next = Number(digit);
    if (next > level + 1) return `The heading “${plain(text)}” skips a level.`;
    level = next;
  }
  return false;
}

function plain(html: string) {
  return html
    .replace(/<[^>]*>/g, '')
    .trim()
    .slice(0, 60);
}
