import { paths } from '@/lib/web/paths';
import { plainVariants, variantUpTo, type Variant } from './variants';

export type ImageSources = { sources: { type: string; srcSet: string }[]; src: string; srcSet: string };

/** The addresses of an image in its sizes and formats; null for one without any. */
export function imageSources(variants: readonly Variant[]): ImageSources | null {
  const fallback = variantUpTo(variants, 1600);
  if (!fallback) return null;
  const sources = ['image/avif', 'image/webp'].flatMap((type) => {
    const ofType = variants.filter((variant) => variant.mime === type);
    return ofType.length > 0 ? [{ type, srcSet: sourceSet(ofType) }] : [];
  });
  return { sources, src: paths.upload(fallback.path), srcSet: sourceSet(plainVariants(variants)) };
}

function sourceSet(variants: readonly Variant[]) {
  return variants.map(({ path, width }) => `${paths.upload(path)} ${width}w`).join(', ');
}
