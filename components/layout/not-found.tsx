import { SearchForm } from '@/components/search/search-form';
import type { DateStyle } from '@/lib/dates';
import { paths } from '@/lib/paths';
import type { PostTeaser } from '@/lib/posts/queries';
import { PostList } from '@/components/posts/post-list';

/** What to do where there is nothing: search, browse, or read something new. */
export function NotFound({ posts, dates }: { posts: PostTeaser[]; dates: DateStyle }) {
  return (
    <main id="content" className="page page--list">
      <header className="list-head">
        <p className="list-head__kicker">Not found</p>
        <h1 className="list-head__title">There is nothing at this address</h1>
        <div className="list-head__intro">
          <p>
            The page may have moved or been taken down, or a letter went missing on the way here. Search for it, look in
            the <a href={paths.archive()}>archive</a>, or begin again on the <a href={paths.home()}>front page</a>.
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
