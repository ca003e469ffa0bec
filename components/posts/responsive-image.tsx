import { focusPosition } from '@/lib/images/focus';
import type { ShownImage } from '@/lib/images/queries';
import { imageSources } from '@/lib/images/sources';

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
  const found = imageSources(image.variants);
  if (!found) return null;
  return (
    <picture>
      {found.sources.map(({ type, srcSet }) => (
        <source key={type} type={type} srcSet={srcSet} sizes={sizes} />
      ))}
      <img
        src={found.src}
        srcSet={found.srcSet}
        sizes={sizes}
        width={image.width}
        height={image.height}
        alt={alt}
        decoding={isFirst ? 'auto' : 'async'}
        loading={isFirst ? 'eager' : 'lazy'}
        fetchPriority={isFirst ? 'high' : 'auto'}
        style={styleOf(image)}
      />
    </picture>
  );
}

function styleOf({ color, focus }: ShownImage) {
  const position = focusPosition(focus);
  if (!color && position === null) return undefined;
  return { ...(color ? { backgroundColor: color } : {}), ...(position === null ? {} : { objectPosition: position }) };
}
