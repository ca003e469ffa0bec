import { translatorOf } from '@/lib/i18n/translator';
import { formatDay, isoWithOffset, type DateStyle } from '@/lib/time/dates';
import { directionOf } from '@/lib/web/languages';
import { paths } from '@/lib/web/paths';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { titleOf } from '@/lib/posts/title';
import { ResponsiveImage } from './responsive-image';

/** How large a post stands in a list. */
export type TeaserForm = 'row' | 'lead' | 'card';

type Props = { post: PostTeaser; dates: DateStyle; form?: TeaserForm; isPinned?: boolean };

const looks = {
  row: { className: 'teaser', sizes: '14rem' },
  lead: { className: 'teaser teaser--lead', sizes: '(min-width: 62rem) 36rem, 100vw' },
  card: { className: 'teaser teaser--card', sizes: '(min-width: 62rem) 20rem, (min-width: 40rem) 48vw, 100vw' },
};

/** A post in a list. */
export function Teaser({ post, dates, form = 'row', isPinned = false }: Props) {
  const language = post.locale ? { lang: post.locale, dir: directionOf(post.locale) } : {};
  const t = translatorOf(dates.language);
  const summary = post.subtitle || post.excerpt || post.lead;
  const { className, sizes } = looks[form];
  return (
    <article className={className} {...language}>
      {post.cover && (
        <a className="teaser__image" href={paths.post(post.slug)} tabIndex={-1} aria-hidden="true">
          <ResponsiveImage image={post.cover} alt="" sizes={sizes} isFirst={form === 'lead'} />
        </a>
      )}
      <div className="teaser__text">
        {(isPinned || post.tags[0]) && (
          <p className="teaser__kicker">
            {isPinned && <span>{t('post.pinned')}</span>}
            {post.tags[0] && <a href={paths.tag(post.tags[0].slug)}>{post.tags[0].name}</a>}
          </p>
        )}
        <h2 className="teaser__title" dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h2>
        {summary && (
          <p className="teaser__summary" dir="auto">
            {summary}
          </p>
        )}
        <TeaserLine post={post} dates={dates} />
      </div>
    </article>
  );
}

function TeaserLine({ post, dates }: { post: PostTeaser; dates: DateStyle }) {
  const t = translatorOf(dates.language);
  const names = post.authors.map((author) => author.name).join(', ');
  return (
    <p className="byline">
      {names && <span className="byline__authors">{t('post.by', { authors: names })}</span>}
      <time dateTime={isoWithOffset(post.publishAt, dates.timeZone)}>{formatDay(post.publishAt, dates)}</time>
      <span>{t('post.readingTime', { count: post.readingMinutes })}</span>
      {post.commentsMode !== 'off' && post.commentCount > 0 && (
        <span>{t('post.comments', { count: post.commentCount })}</span>
      )}
    </p>
  );
}
