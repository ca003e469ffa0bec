import type { LegacySystem } from '@/lib/redirects/legacy-systems';
import { feedNamed, isRetired, pathOfSubject, pictureAt, replacementOf, spellingsOf, suffixes } from './address-shapes';
import { isNumbered, readQuery } from './query-addresses';

/** The addresses of an old WordPress that the live site answers. */
export const wordpressAddresses = {
  readQuery,
  isNumbered,
  pathOfSubject,
  feedNamed,
  spellingsOf,
  suffixes,
  replacementOf,
  isRetired,
  pictureAt,
  folderMark: '?feed=rss2',
} satisfies LegacySystem;
