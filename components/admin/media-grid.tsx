import { paths } from '@/lib/web/paths';

type Picture = {
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

/** The pictures of the library, each leading to what is known about it. */
export function MediaGrid({ media }: { media: Picture[] }) {
  return (
    <ul className="media-grid">
      {media.map((picture) => (
        <li key={picture.id}>
          <a href={paths.admin.picture(picture.id)}>
            <img src={thumbnail(picture)} alt="" width={picture.width} height={picture.height} loading="lazy" />
            <span className="media-grid__name">{picture.fileName}</span>
            <span className="media-grid__alt">{picture.alt || 'No alt text'}</span>
            <span className="media-grid__alt">{used(picture.uses)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

function thumbnail({ variants, url }: Picture) {
  const small = variants.find(({ width, mime }) => width >= 320 && mime === 'image/webp');
  return small ? paths.upload(small.path) : url;
}

function used(uses: number) {
  if (uses === 0) return 'Unused';
  return uses === 1 ? 'Used in 1 post' : `Used in ${uses} posts`;
}
