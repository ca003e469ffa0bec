/** What stands before each item of a list: "", ", ", " and ". */
export function listSeparators(length: number, language: string) {
  const parts = new Intl.ListFormat(/^en$/i.test(language) ? 'en-GB' : language).formatToParts(
    Array.from({ length }, (_, index) => String(index)),
  );
  return parts.flatMap(({ type }, index) =>
    type === 'element' ? [parts[index - 1]?.type === 'literal' ? parts[index - 1]!.value : ''] : [],
  );
}
