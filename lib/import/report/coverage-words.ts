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
export function describeCoverage({ asked, answering, elsewhere, untried }: Coverage) {
  const others = [
    elsewhere > 0 ? `${elsewhere} more ${elsewhere === 1 ? 'is' : 'are'} of another site` : '',
    untried > 0 ? `${untried} more ${untried === 1 ? 'was' : 'were'} not tried` : '',
  ].filter(Boolean);
  if (asked === 0 && others.length === 0) return 'There is no address in the list of old addresses.';
  const sentence = `${answering} of ${asked} old addresses in the list ${answering === 1 ? 'answers' : 'answer'} here`;
  return `${[sentence, ...others].join('; ')}.`;
}
