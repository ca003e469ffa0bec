import { SearchForm } from '@/components/search/search-form';
import { translatorOf } from '@/lib/i18n/translator';
import type { DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { PostList } from '@/components/posts/post-list';
import { linksTo, Message } from './message';

type Props = {
  posts: PostTeaser[];
  dates: DateStyle;
  /** The owner's own text, or "". */
  text: string;
};

/** The "not found" page: search, links and new posts. */
export function NotFound({ posts, dates, text }: Props) {
  const t = translatorOf(dates.language);
  const links = linksTo({ archive: paths.archive(), home: paths.home() });
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <p className="list-header__kicker">{t('notFound.kicker')}</p>
        <h1 className="list-header__title">{t('notFound.title')}</h1>
        <div className="list-header__intro">
          <p dir={text ? 'auto' : undefined}>{text || <Message parts={t.parts('notFound.intro', {}, links)} />}</p>
          <SearchForm query="" language={dates.language} />
        </div>
      </header>
      {posts.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest" className="section-title">
            {t('notFound.newest')}
          </h2>
          <PostList posts={posts} dates={dates} />
        </section>
      )}
    </main>
  );
}
