/** Guards against hostile files; no real site nests this deep. */
const MAX_PAGE_DEPTH = 100;

/** Why a page cannot stand beneath its parent, as a sentence; null if it can. `parentOf` gives "" at the top level. */
export function faultOfParent(id: string, parent: string, parentOf: (id: string) => string): string | null {
  if (parent === id) return 'It is its own parent page, so it is at the top level here.';
  const seen = new Set([id]);
  for (let at = parent; at; at = parentOf(at)) {
    if (seen.has(at)) return 'Its parent pages lead in a circle, so it is at the top level here.';
    if (seen.size > MAX_PAGE_DEPTH)
      return `It is more than ${MAX_PAGE_DEPTH} levels deep, so it is at the top level here.`;
    seen.add(at);
  }
  return null;
}
