import { Avatar } from '@/components/users/avatar';
import { translatorOf, type Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import type { PublicPost } from '@/lib/posts/listing/queries';
import type { RelatedPost } from '@/lib/posts/listing/related-queries';
import type { SiteIdentity } from '@/lib/seo/head';
import { directionOf } from '@/lib/web/languages';
import { paths } from '@/lib/web/paths';
import { ResponsiveImage } from './responsive-image';
import { shareLinks } from './share-links';

type Props = { site: SiteIdentity; post: PublicPost; related: RelatedPost[] };

/** After an article: ways to share it and to follow the site, who wrote it, and what to read next. */
export function ArticleEnding({ site: { settings, siteUrl }, post, related }: Props) {
  if (post.type !== 'post') return null;
  const t = translatorOf(settings.language);
  const address = siteUrl + paths.post(post.slug);
  return (
    <div className="ending">
      <nav className="ending__share" aria-label={t('post.share')}>
        <span>{t('post.share')}</span>
        <ul className="tags">
          {shareLinks({ title: titleOf(post), address }).map(({ name, href }) => (
            <li key={name}>
              <a href={href} rel="nofollow noopener">
                {name === 'email' ? t('post.shareByEmail') : name}
              </a>
            </li>
          ))}
          <li>
            <button
              type="button"
              className="share-button"
              data-share={address}
              data-title={titleOf(post)}
              data-copied={t('post.linkCopied')}
              data-failed={t('post.linkNotCopied')}
              hidden
              suppressHydrationWarning
            >
              {t('post.shareElsewhere')}
            </button>
            <span role="status" suppressHydrationWarning />
          </li>
        </ul>
      </nav>
      {post.authors.map((author) => (
        <AuthorCard key={author.id} author={author} t={t} />
      ))}
      <p className="ending__follow">
        <span>{t('post.subscribe', { site: settings.siteName })}</span>{' '}
        <a href={paths.feed('', 'atom')} type="application/atom+xml">
          {t('layout.feed')}
        </a>
      </p>
      <Related posts={related} t={t} />
    </div>
  );
}

function AuthorCard({ author, t }: { author: PublicPost['authors'][number]; t: Translator }) {
  return (
    <section className="author-card" aria-label={t('post.aboutAuthor', { name: author.name })}>
      <Avatar seed={author.avatarSeed} size={56} />
      <div>
        <a className="author-card__name" href={paths.author(author.slug)} dir="auto">
          {author.name}
        </a>
        {author.bio && <p dir="auto">{author.bio}</p>}
      </div>
    </section>
  );
}

function Related({ posts, t }: { posts: RelatedPost[]; t: Translator }) {
  if (posts.length === 0) return null;
  return (
    <section className="related" aria-labelledby="related">
      <h2 id="related" className="section-title">
        {t('post.related')}
      </h2>
      <ul>
        {posts.map((post) => (
          <li key={post.id} {...(post.locale ? { lang: post.locale, dir: directionOf(post.locale) } : {})}>
            <a
              className={post.cover ? 'related__post' : 'related__post related__post--plain'}
              href={paths.post(post.slug)}
            >
              {post.cover && <ResponsiveImage image={post.cover} alt="" sizes="(min-width: 40rem) 18rem, 7rem" />}
              <span className="related__title" dir="auto">
                {titleOf(post)}
              </span>
              <span className="byline">{t('post.readingTime', { count: post.readingMinutes })}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
