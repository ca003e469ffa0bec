import { paths } from '@/lib/web/paths';

type GridImage = {
  id: string;
  url: string;
  fileName: string;
  width: number;
  height: number;
  alt: string;
  color: string;
  uses: number;
  variants: { path: string; width: number; height: number; mime: string }[];
};

/** The images of the library, each linked to its page. */
export function MediaGrid({ media }: { media: GridImage[] }) {
  return (
    <ul className="media-grid">
      {media.map((image) => (
        <li key={image.id}>
          <a href={paths.admin.image(image.id)}>
            <img src={thumbnail(image)} alt="" width={image.width} height={image.height} loading="lazy" />
            <span className="media-grid__name">{image.fileName}</span>
            <span className="media-grid__alt">{image.alt || 'No alt text'}</span>
            <span className="media-grid__alt">{used(image.uses)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function thumbnail({ variants, url }: GridImage) {
  const small = variants.find(({ width, mime }) => width >= 320 && mime === 'image/webp');
  return small ? paths.upload(small.path) : url;
}

function used(uses: number) {
  if (uses === 0) return 'Unused';
  return uses === 1 ? 'Used in 1 post' : `Used in ${uses} posts`;
}
