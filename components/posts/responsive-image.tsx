import type { ShownImage } from '@/lib/images/queries';
import { plainVariants, variantUpTo, type Variant } from '@/lib/images/variants';
import { paths } from '@/lib/web/paths';

type Props = {
  image: ShownImage;
  alt: string;
  /** The `sizes` attribute. */
  sizes: string;
  /** The first image is loaded eagerly, others lazily. */
  isFirst?: boolean;
};

/** One image in the sizes and formats created at upload; its space is reserved before it loads. */
export function ResponsiveImage({ image, alt, sizes, isFirst = false }: Props) {
  const fallback = variantUpTo(image.variants, 1600);
  if (!fallback) return null;
  return (
    <picture>
      {['image/avif', 'image/webp'].map((type) => {
        const variants = image.variants.filter((variant) => variant.mime === type);
        return variants.length > 0 && <source key={type} type={type} srcSet={sourceSet(variants)} sizes={sizes} />;
      })}
      <img
        src={paths.upload(fallback.path)}
        srcSet={sourceSet(plainVariants(image.variants))}
        sizes={sizes}
        width={image.width}
        height={image.height}
        alt={alt}
        decoding={isFirst ? 'auto' : 'async'}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        style={image.color ? { backgroundColor: image.color } : undefined}
      />
    </picture>
  );
}

function sourceSet(variants: Variant[]) {
  return variants.map(({ path, width }) => `${paths.upload(path)} ${width}w`).join(', ');
}
