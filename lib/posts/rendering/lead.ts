const LEAD_WORDS = 30;
/** In characters, for scripts without spaces and very long words. */
const LEAD_CHARACTERS = 220;

/** The first words of some texts, on one line, with an ellipsis if shortened. */
export function leadOf(texts: readonly string[]): string {
  let lead = '';
  for (const text of texts) {
    if (lead.length > LEAD_CHARACTERS * 2) break;
    lead = `${lead} ${text.slice(0, LEAD_CHARACTERS * 2)}`;
  }
  const words = lead.split(/\s+/).filter(Boolean);
  const few = words.slice(0, LEAD_WORDS).join(' ');
  const isWhole = words.length <= LEAD_WORDS;
  const cut = few.length <= LEAD_CHARACTERS ? few : atWord(few);
  return isWhole && cut === few ? cut : `${cut.replace(/[\s\p{P}]+$/u, '')}…`;
}

function atWord(text: string) {
  const cut = text
    .slice(0, LEAD_CHARACTERS)
    .toWellFormed()
    .replace(/\uFFFD$/, '');
  const end = cut.lastIndexOf(' ');
  return end > LEAD_CHARACTERS / 2 ? cut.slice(0, end) : cut;
}
