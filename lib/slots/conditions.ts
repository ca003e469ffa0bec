import type { ReaderCondition } from './choice';
import type { Condition } from './line-item';
import type { PageContext } from './placement-rules';

/** The alternatives that a page leaves to the reader; null where none is needed. */
export type Allowed = { alternatives: number[] | null };

/** What a page decides of a line item's conditions: null if none of the alternatives can hold on it. */
export function allowedOn(conditions: readonly Condition[], page: PageContext): Allowed | null {
  if (conditions.length === 0) return { alternatives: null };
  const possible = [...conditions.entries()].filter(([, condition]) => pageRefusal(condition, page) === null);
  if (possible.length === 0) return null;
  if (possible.some(([, condition]) => readerPart(condition) === null)) return { alternatives: null };
  return { alternatives: possible.map(([index]) => index) };
}

/** Why a page is not one for this condition; null if it is. */
export function pageRefusal(condition: Condition, page: PageContext): string | null {
  const { pages, onlyTags, notTags, onlyAuthors, notAuthors } = condition;
  if (pages.length > 0 && !pages.includes(page.type)) return 'It is for other types of page.';
  if (overlaps(notTags, page.tagIds)) return 'It is excluded for one of this page’s tags.';
  if (overlaps(notAuthors, page.authorIds)) return 'It is excluded for one of this page’s authors.';
  if (onlyTags.length > 0 && !overlaps(onlyTags, page.tagIds)) return 'It is only for other tags.';
  if (onlyAuthors.length > 0 && !overlaps(onlyAuthors, page.authorIds)) return 'It is only for other authors.';
  return null;
}

/** What only the reader's browser can decide; null if nothing is left to it. */
export function readerPart(condition: Condition): ReaderCondition | null {
  const { minimumWidth, maximumWidth, reader, languages, weekdays, onlyReferrers, notReferrers } = condition;
  const { fromHour, untilHour } = condition;
  const isEveryHour = fromHour === untilHour % 24;
  const part: ReaderCondition = {
    ...(minimumWidth || maximumWidth ? { width: [minimumWidth, maximumWidth] } : {}),
    ...(reader === 'everyone' ? {} : { isSignedIn: reader === 'signed-in' }),
    ...(languages.length > 0 ? { languages } : {}),
    ...(weekdays.length > 0 && weekdays.length < 7 ? { weekdays } : {}),
    ...(isEveryHour ? {} : { hours: [fromHour, untilHour] }),
    ...(onlyReferrers.length > 0 ? { referrers: onlyReferrers } : {}),
    ...(notReferrers.length > 0 ? { notReferrers } : {}),
  };
  return Object.keys(part).length > 0 ? part : null;
}

export function overlaps(wanted: readonly string[], present: readonly string[] = []) {
  return wanted.some((id) => present.includes(id));
}
