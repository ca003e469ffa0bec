export type Variant = { path: string; width: number; height: number; mime: string; bytes: number };

export type ImageSizes = {
  width: number;
  height: number;
  color: string;
  variants: Variant[];
  /** The focal point (focus.ts). */
  focus?: string;
};

const plainTypes = ['image/jpeg', 'image/png', 'image/gif'];

/** An image as it was before a part of it was chosen; null if the whole image is shown. */
export function parseOriginal(json: string | null) {
  return json === null ? null : (JSON.parse(json) as ImageSizes);
}

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

/** The key of the image that a file was made of, whether it shows the whole image or a part. */
export function mediaKeyOf(path: string) {
  return path.replace(/(-c[0-9a-f]{8})?(-\d+w)?\.[a-z]+$/, '');
}

/** Whether a file shows a part of an image. */
export function isPart(path: string) {
  return /-c[0-9a-f]{8}(-\d+w)?\.[a-z]+$/.test(path);
}

/** Whether this is the file of an image, or of a part of it, that every browser can show. */
export function isPlainFile(path: string, key: string) {
  return path.startsWith(key) && /^(-c[0-9a-f]{8})?\.[a-z]+$/.test(path.slice(key.length));
}
