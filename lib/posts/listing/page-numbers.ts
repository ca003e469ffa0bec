/** The page numbers of a pager: ends and neighbours, null for a gap of at least two pages. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    if (before === undefined || each === before + 1) return [each];
    return each === before + 2 ? [before + 1, each] : [null, each];
  });
}

/** A page number in a URL: a whole number from 1, or null. */
export function parsePage(text: string) {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
