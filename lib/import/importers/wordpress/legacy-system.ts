import type { LegacySystem } from '@/lib/redirects/legacy-systems';
import { feedNamed, isRetired, pathOfSubject, imageAt, replacementOf, spellingsOf, suffixes } from './address-shapes';
import { isNumbered, readQuery } from './query-addresses';

/** The WordPress addresses that the live site resolves. */
export const wordpressAddresses = {
  readQuery,
  isNumbered,
  pathOfSubject,
  feedNamed,
  spellingsOf,
  suffixes,
  replacementOf,
  isRetired,
  imageAt,
  folderMark: '?feed=rss2',
} satisfies LegacySystem;
