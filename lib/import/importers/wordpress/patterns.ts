import { MAX_BODY_LENGTH } from '@/lib/html/sanitising';

const reference = /<!--\s{1,9}wp:block\s{1,9}(\{[^<>]{0,1000})\/-->/g;
const MAX_DEPTH = 20;

/** Inlines synced patterns, also nested ones; recursion is cut. Also returns unresolved ids. */
export function expandPatterns(body: string, patternAt: (id: string) => string | undefined) {
  const missing = new Set<string>();
  let room = 2 * MAX_BODY_LENGTH;
  const place = (text: string, above: readonly string[]): string =>
    text.replace(reference, (whole, attributes: string) => {
      const id = /"ref"\s*:\s*"?(\d{1,20})/.exec(attributes)?.[1] ?? '';
      if (above.includes(id)) return '';
      const pattern = patternAt(id);
      room -= pattern?.length ?? 0;
      if (pattern === undefined || room < 0 || above.length >= MAX_DEPTH) {
        missing.add(id || whole.slice(0, 80));
        return '';
      }
      return place(pattern, [...above, id]);
    });
  return { text: place(body, []), missing: [...missing] };
}
