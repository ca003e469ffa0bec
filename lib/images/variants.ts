export type Variant = { path: string; width: number; height: number; mime: string; bytes: number };

export type ImageSizes = { width: number; height: number; color: string; variants: Variant[] };

const plainTypes = ['image/jpeg', 'image/png', 'image/gif'];

const upload =
  /^(?:https?:\/\/[^/]+)?\/uploads\/((?:[a-z0-9][a-z0-9-]*\/)*[a-z0-9][a-z0-9-]*\.(?:avif|webp|jpg|png|gif))$/;

export function parseVariants(json: string) {
  return JSON.parse(json) as Variant[];
}

/** The variants that every browser, crawler and feed reader can show, smallest first. */
export function plainVariants(variants: readonly Variant[]): Variant[] {
  const plain = variants.filter((variant) => plainTypes.includes(variant.mime));
  return (plain.length > 0 ? plain : [...variants]).toSorted((a, b) => a.width - b.width);
}

/** The largest plain variant up to a width, or the smallest there is. */
export function variantUpTo(variants: readonly Variant[], width: number): Variant | null {
  const plain = plainVariants(variants);
  return plain.findLast((variant) => variant.width <= width) ?? plain[0] ?? null;
}

/** The path below /uploads of an image's URL; null for images of other sites. */
export function uploadPath(src: string): string | null {
  return upload.exec(src)?.[1] ?? null;
}

export function mediaKeyOf(path: string) {
  return path.replace(/(-\d+w)?\.[a-z]+$/, '');
}
