/** How many old addresses of a given list are answered now. */
export type Coverage = {
  /** Different addresses of the old site that were tried. */
  asked: number;
  answering: number;
  /** Addresses in the list that are another site's. */
  elsewhere: number;
  /** Those that nothing here answers; the others of them are only counted. */
  missing: string[];
  moreMissing: number;
  /** Beyond the bound: not tried. */
  untried: number;
};

/** The coverage in a sentence: how many answer, and what was not tried. */
export function describeCoverage({ asked, answering, elsewhere, untried }: Coverage) {
  const others = [
    elsewhere > 0 ? `${elsewhere} more ${elsewhere === 1 ? 'is' : 'are'} of another site` : '',
    untried > 0 ? `${untried} more ${untried === 1 ? 'was' : 'were'} not tried` : '',
  ].filter(Boolean);
  if (asked === 0 && others.length === 0) return 'There is no address in the list of old addresses.';
  const sentence = `${answering} of ${asked} old addresses in the list ${answering === 1 ? 'answers' : 'answer'} here`;
  return `${[sentence, ...others].join('; ')}.`;
}
