/**
 * Lower-case terms without a space match as parts of a name (`nook` in NOOKS, not in nookery); others match literally.
 */
const SECTION = '## Words';

export function readWordList(markdown) {
  const section = markdown.split(`${SECTION}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  const words = rows.slice(2).map((line) => {
    const [, write = '', not = ''] = line.split('|').map((cell) => cell.trim());
    return { write, terms: [...not.matchAll(/`([^`]+)`/g)].map(([, term]) => term) };
  });
  if (words.length === 0) throw new Error(`docs/style.md has no table under "${SECTION}".`);
  return words;
}

/** One line per occurrence of a rejected word. */
export function findOldWords(text, words) {
  const found = [];
  for (const [at, line] of text.split('\n').entries()) {
    const parts = partsOf(line);
    for (const { write, terms } of words) {
      const term = terms.find((each) => (isPart(each) ? parts.has(each) : holds(line, each)));
      if (term) found.push({ line: at + 1, term, write });
    }
  }
  return found;
}

const isPart = (term) => /^[a-z]+$/.test(term);

function partsOf(line) {
  const parts = line.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
  return new Set((parts.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((part) => [part, part.replace(/s$/, '')]));
}

function holds(line, term) {
  for (let at = line.indexOf(term); at >= 0; at = line.indexOf(term, at + 1)) {
    const isWhole = !/\w/.test(line[at - 1] ?? '') || !/^\w/.test(term);
    if (isWhole && (!/\w/.test(line[at + term.length] ?? '') || !/\w$/.test(term))) return true;
  }
  return false;
}
