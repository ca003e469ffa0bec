import { type Caps, type Condition } from './line-item';
import { pageTypeNames } from './placements';
import { weekdayNames } from './line-item-names';

const listOf = new Intl.ListFormat('en-GB', { type: 'conjunction' });
const anyOf = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** Whom a line item is shown to, in one sentence for its manager. */
export function describeConditions(conditions: readonly Condition[]) {
  if (conditions.length === 0) return 'Shown to everybody.';
  return `Shown ${conditions.map(describe).join('; or ')}.`;
}

/** How often one reader sees it at most; empty without a limit. */
export function describeCaps({ page, session, day }: Caps) {
  const parts = [
    ...(page ? [`${times(page)} on one page`] : []),
    ...(session ? [`${times(session)} in one visit`] : []),
    ...(day ? [`${times(day)} a day`] : []),
  ];
  return parts.length > 0 ? `At most ${listOf.format(parts)} per reader.` : '';
}

function describe(condition: Condition) {
  const { pages, minimumWidth, maximumWidth, reader, languages, weekdays, fromHour, untilHour } = condition;
  const parts = [
    ...(reader === 'everyone' ? [] : [`to readers who are ${reader === 'signed-in' ? 'signed in' : 'not signed in'}`]),
    ...(minimumWidth ? [`in windows from ${minimumWidth} px`] : []),
    ...(maximumWidth ? [`in windows up to ${maximumWidth} px`] : []),
    ...(pages.length > 0 ? [`on ${anyOf.format(pages.map((page) => `“${pageTypeNames[page]}”`))}`] : []),
    ...(condition.onlyTags.length + condition.notTags.length > 0 ? ['by tag'] : []),
    ...(condition.onlyAuthors.length + condition.notAuthors.length > 0 ? ['by author'] : []),
    ...(languages.length > 0 ? [`to browsers in ${anyOf.format(languages)}`] : []),
    ...(weekdays.length > 0 ? [`on ${listOf.format(weekdays.map((weekday) => weekdayNames[weekday] ?? ''))}`] : []),
    ...(fromHour === untilHour % 24 ? [] : [`from ${fromHour}:00 to ${untilHour}:00`]),
    ...(condition.onlyReferrers.length > 0 ? [`to readers from ${anyOf.format(condition.onlyReferrers)}`] : []),
    ...(condition.notReferrers.length > 0 ? [`not to readers from ${anyOf.format(condition.notReferrers)}`] : []),
  ];
  return parts.join(', ');
}

function times(count: number) {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}
