import { translatorOf } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';
import type { Neighbour, Neighbours as Both } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';

/** Links to the older and the newer post. */
export function Neighbours({ previous, next, language }: Both & { language: string }) {
  const t = translatorOf(language);
  if (!previous && !next) return null;
  return (
    <nav className="post-nav" aria-label={t('post.neighbours')}>
      {previous && <Half post={previous} rel="prev" label={t('post.previous')} />}
      {next && <Half post={next} rel="next" label={t('post.next')} />}
    </nav>
  );
}

function Half({ post, rel, label }: { post: Neighbour; rel: 'prev' | 'next'; label: string }) {
  return (
    <a className={`post-nav__half post-nav__half--${rel}`} rel={rel} href={paths.post(post.slug)}>
      <span className="post-nav__label">{label}</span>
      <span className="post-nav__title">
        <bdi>{titleOf(post)}</bdi>
      </span>
    </a>
  );
}
