import { paths } from '@/lib/web/paths';

export const metadata = { title: 'Not found', robots: { index: false } };

/**
 * For Next's notFound(); our pages show <Missing /> themselves. Next includes this in every page, so it reads nothing
 * and marks nothing.
 */
export default function NotFoundBoundary() {
  return (
    <main id="content" className="page page--list">
      <h1>Page not found.</h1>
      <p>
        <a href={paths.home()}>Go to the home page</a>
      </p>
    </main>
  );
}
