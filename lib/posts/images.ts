/** One size and format of an uploaded image. */
export type Variant = { path: string; width: number; height: number; mime: string; bytes?: number };

const plainTypes = ['image/jpeg', 'image/png', 'image/gif'];

/** The variants that every browser, crawler and feed reader can show, smallest first. */
export function plainVariants<T extends Variant>(variants: readonly T[]): T[] {
  const plain = variants.filter((variant) => plainTypes.includes(variant.mime));
  return (plain.length > 0 ? plain : [...variants]).toSorted((a, b) => a.width - b.width);
}

/** The largest plain variant up to a width, or the smallest there is. */
export function variantUpTo<T extends Variant>(variants: readonly T[], width: number): T | null {
  const plain = plainVariants(variants);
  return plain.findLast((variant) => variant.width <= width) ?? plain[0] ?? null;
}
