/** Which page numbers a pager shows: the ends, the neighbours, and null for a gap. A gap of one page is that page. */
export function pageNumbers(page: number, pages: number): (number | null)[] {
  const shown = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(shown)].sort((a, b) => a - b);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    if (before === undefined || each === before + 1) return [each];
    return each === before + 2 ? [before + 1, each] : [null, each];
  });
}

/** The page in an address: a whole number from 1, written plainly; null for anything else. */
export function parsePage(text: string) {
  return /^[1-9]\d{0,5}$/.test(text) ? Number(text) : null;
}
