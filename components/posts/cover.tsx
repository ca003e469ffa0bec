import type { PublicPost } from '@/lib/posts/listing/queries';
import { ResponsiveImage } from './responsive-image';

export function Cover({ post }: { post: PublicPost }) {
  if (!post.cover) return null;
  const caption = post.coverCaption || post.cover.caption;
  const credit = post.coverCredit || post.cover.credit;
  return (
    <figure className="cover">
      <ResponsiveImage
        image={post.cover}
        alt={post.coverAlt || post.cover.alt}
        sizes="(min-width: 60rem) 56rem, 100vw"
        isFirst
      />
      {(caption || credit) && (
        <figcaption>
          {caption && <span>{caption}</span>} {credit && <span className="credit">{credit}</span>}
        </figcaption>
      )}
    </figure>
  );
}
