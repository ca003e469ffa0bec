import { SearchForm } from '@/components/search/search-form';
import type { DateStyle } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import type { PostTeaser } from '@/lib/posts/listing/queries';
import { PostList } from '@/components/posts/post-list';

/** The "not found" page: search, links and new posts. */
export function NotFound({ posts, dates }: { posts: PostTeaser[]; dates: DateStyle }) {
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <p className="list-header__kicker">Error 404</p>
        <h1 className="list-header__title">Page not found</h1>
        <div className="list-header__intro">
          <p>
            The page may have been moved or removed, or the address may be mistyped. Search for it, browse the{' '}
            <a href={paths.archive()}>archive</a>, or go to the <a href={paths.home()}>home page</a>.
          </p>
          <SearchForm query="" />
        </div>
      </header>
      {posts.length > 0 && (
        <section aria-labelledby="newest">
          <h2 id="newest" className="section-title">
            Newest
          </h2>
          <PostList posts={posts} dates={dates} />
        </section>
      )}
    </main>
  );
}
