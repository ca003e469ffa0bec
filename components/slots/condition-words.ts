import type { Text } from '@/components/text/text';
import type { Caps, Condition } from '@/lib/slots/line-item';
import { weekdayNames } from '@/lib/slots/line-item-names';
import { pageTypeNames } from '@/lib/slots/placements';

/** Whom a line item is shown to, in one sentence for its manager. */
export function describeConditions(conditions: readonly Condition[], t: Text) {
  if (conditions.length === 0) return t('Shown to everybody.');
  const alternatives = conditions.map((condition) => describe(condition, t));
  return t('Shown {conditions}.', { conditions: alternatives.join(t('; or ')) });
}

/** How often one reader sees it at most; empty without a limit. */
export function describeCaps({ page, session, day }: Caps, t: Text) {
  const times = (count: number) =>
    count === 2 ? t('twice') : t('{count, plural, one {once} other {# times}}', { count });
  const parts = [
    ...(page ? [t('{times} on one page', { times: times(page) })] : []),
    ...(session ? [t('{times} in one visit', { times: times(session) })] : []),
    ...(day ? [t('{times} a day', { times: times(day) })] : []),
  ];
  return parts.length > 0 ? t('At most {caps} per reader.', { caps: listOf(parts, 'conjunction', t) }) : '';
}

function describe(condition: Condition, t: Text) {
  const { onlyTags, notTags, onlyAuthors, notAuthors, onlyReferrers, notReferrers } = condition;
  const parts = [
    ...browserParts(condition, t),
    ...(onlyTags.length + notTags.length > 0 ? [t('by tag')] : []),
    ...(onlyAuthors.length + notAuthors.length > 0 ? [t('by author')] : []),
    ...timeParts(condition, t),
    ...(onlyReferrers.length > 0
      ? [t('to readers from {sites}', { sites: listOf(onlyReferrers, 'disjunction', t) })]
      : []),
    ...(notReferrers.length > 0
      ? [t('not to readers from {sites}', { sites: listOf(notReferrers, 'disjunction', t) })]
      : []),
  ];
  return parts.join(', ');
}

function browserParts({ reader, minimumWidth, maximumWidth, pages, languages }: Condition, t: Text) {
  const pageNames = pages.map((page) => t('“{title}”', { title: t(pageTypeNames[page]) }));
  return [
    ...(reader === 'signed-in' ? [t('to readers who are signed in')] : []),
    ...(reader === 'signed-out' ? [t('to readers who are not signed in')] : []),
    ...(minimumWidth ? [t('in windows from {width} px', { width: String(minimumWidth) })] : []),
    ...(maximumWidth ? [t('in windows up to {width} px', { width: String(maximumWidth) })] : []),
    ...(pages.length > 0 ? [t('on {pages}', { pages: listOf(pageNames, 'disjunction', t) })] : []),
    ...(languages.length > 0
      ? [t('to browsers in {languages}', { languages: listOf(languages, 'disjunction', t) })]
      : []),
  ];
}

function timeParts({ weekdays, fromHour, untilHour }: Condition, t: Text) {
  const days = weekdays.map((weekday) => t(weekdayNames[weekday] ?? ''));
  return [
    ...(days.length > 0 ? [t('on {days}', { days: listOf(days, 'conjunction', t) })] : []),
    ...(fromHour === untilHour % 24
      ? []
      : [t('from {from}:00 to {until}:00', { from: String(fromHour), until: String(untilHour) })]),
  ];
}

function listOf(words: readonly string[], type: 'conjunction' | 'disjunction', t: Text) {
  return new Intl.ListFormat(t.language === 'en' ? 'en-GB' : t.language, { type }).format(words);
}
