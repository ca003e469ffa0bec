import { useText } from '#text';
import type { Text } from '@/components/text/text';
import { RowCheck } from './bulk-form';
import { focusPosition } from '@/lib/images/focus';
import { paths } from '@/lib/web/paths';

export type GridImage = {
  id: string;
  url: string;
  fileName: string;
  width: number;
  height: number;
  alt: string;
  color: string;
  focus: string;
  uses: number;
  isOfSite: boolean;
  variants: { path: string; width: number; height: number; mime: string }[];
};

/** The images of the library, each linked to its page, with a checkbox. */
export function MediaGrid({ media }: { media: GridImage[] }) {
  const t = useText();
  return (
    <ul className="media-grid">
      {media.map((image) => (
        <li key={image.id} className="media-grid__item">
          <RowCheck id={image.id} name={image.fileName || t('Image')} />
          <MediaLink image={image} />
        </li>
      ))}
    </ul>
  );
}

/** An image in small, with its name, its alt text and how many posts show it. */
export function MediaLink({ image }: { image: GridImage }) {
  const t = useText();
  return (
    <a href={paths.admin.image(image.id)}>
      <img
        src={thumbnail(image)}
        alt=""
        width={image.width}
        height={image.height}
        loading="lazy"
        style={{ objectPosition: focusPosition(image.focus) ?? undefined }}
      />
      <span className="media-grid__name">{image.fileName}</span>
      <span className="media-grid__alt">{image.alt || t('No alt text')}</span>
      <span className="media-grid__alt">{used(image, t)}</span>
    </a>
  );
}

function thumbnail({ variants, url }: GridImage) {
  const small = variants.find(({ width, mime }) => width >= 320 && mime === 'image/webp');
  return small ? paths.upload(small.path) : url;
}

function used({ uses, isOfSite }: GridImage, t: Text) {
  if (uses === 0) return isOfSite ? t('Used by the site') : t('Unused');
  return t('Used in {count, plural, one {# post} other {# posts}}', { count: uses });
}
