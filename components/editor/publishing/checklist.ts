import { lossSentence } from '@/lib/html/losses';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { labelOf, type EditorFields } from '../fields';

/** What must be corrected before publishing: the title, and fields that were not saved. */
export function publishingFaults(fields: EditorFields, problems: Record<string, string>, t: AdminText): string[] {
  const title = fields.title.trim() ? [] : ['It has no title yet.'];
  const others = Object.entries(problems).map(([name, why]) => `${t(labelOf(name))}: ${t.said(why)}`);
  return [...title, ...others];
}

/** Hints before publishing, in English sentences for `t.said`; they never block it. */
export function publishingHints(fields: EditorFields, losses: readonly string[] = [], language = 'en'): string[] {
  const html = fields.bodyHtml;
  return [
    lossSentence(losses, language),
    !html.trim() && 'It has no text yet.',
    fields.coverId !== '' && !fields.coverAlt.trim() && 'The featured image has no alt text.',
    imagesNotCopied(html),
    imagesWithoutAlt(html),
    imagesElsewhere(html),
    !fields.excerpt.trim() && 'It has no excerpt: lists and search engines will show its first lines.',
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

function imagesWithoutAlt(html: string) {
  const bare = (html.match(/<img\b[^>]*>/gi) ?? []).filter((image) => !/\balt="[^"]+"/i.test(image)).length;
  if (bare === 0) return false;
  return bare === 1 ? 'An image has no alt text.' : `${bare} images have no alt text.`;
}

function imagesElsewhere(html: string) {
  const own = /\bsrc="(https?:\/\/[^/"]+)?\/uploads\//i;
  const others = (html.match(/<img\b[^>]*>/gi) ?? []).filter((image) => !own.test(image)).length;
  if (others === 0) return false;
  return others === 1
    ? 'An image was not uploaded here: readers see a link to it.'
    : `${others} images were not uploaded here: readers see links to them.`;
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
