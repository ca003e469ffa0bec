import type { AdminText } from '@/lib/i18n/admin/admin-text';

/** How many old addresses of a given list are answered here. */
export type Coverage = {
  asked: number;
  answering: number;
  elsewhere: number;
  /** Unanswered addresses; the rest is only counted. */
  missing: string[];
  moreMissing: number;
  untried: number;
};

/** How many addresses are answered, and how many were not tried, as a sentence. */
export function describeCoverage({ asked, answering, elsewhere, untried }: Coverage, t: AdminText) {
  const others = [
    elsewhere > 0 ? t('{count, plural, one {# more is} other {# more are}} of another site', { count: elsewhere }) : '',
    untried > 0 ? t('{count, plural, one {# more was} other {# more were}} not tried', { count: untried }) : '',
  ].filter(Boolean);
  if (asked === 0 && others.length === 0) return t('There is no address in the list of old addresses.');
  const sentence = t(
    '{answering} of {asked} old addresses in the list {answering, plural, one {answers} other {answer}} here',
    { answering, asked },
  );
  return `${[sentence, ...others].join('; ')}.`;
}
