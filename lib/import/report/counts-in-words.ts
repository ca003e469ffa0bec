import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { countedKinds, type CountedKind, type Counts } from './counts';

/** "58 posts, 21 pages and 1 comment"; "" for nothing. */
export function countsInWords(counts: Counts, t: AdminText) {
  return listed(
    countedKinds.filter((kind) => counts[kind] > 0).map((kind) => writers[kind](counts[kind], t)),
    t,
  );
}

/** "a, b and c" */
export function listed(parts: readonly string[], { language }: Pick<AdminText, 'language'>) {
  return new Intl.ListFormat(language === 'en' ? 'en-GB' : language).format(parts);
}

const writers: Record<CountedKind, (count: number, t: AdminText) => string> = {
  posts: (count, t) => t('{count, plural, one {# post} other {# posts}}', { count }),
  pages: (count, t) => t('{count, plural, one {# page} other {# pages}}', { count }),
  comments: (count, t) => t('{count, plural, one {# comment} other {# comments}}', { count }),
  mentions: (count, t) => t('{count, plural, one {# mention} other {# mentions}}', { count }),
  authors: (count, t) => t('{count, plural, one {# author} other {# authors}}', { count }),
  tags: (count, t) => t('{count, plural, one {# tag} other {# tags}}', { count }),
  media: (count, t) => t('{count, plural, one {# image} other {# images}}', { count }),
  files: (count, t) => t('{count, plural, one {# file} other {# files}}', { count }),
};
