'use client';

import { paths } from '@/lib/web/reader-paths';

/** The content of error pages. */
export function ErrorMessage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <main id="content" className="page page--list">
      <header className="list-header">
        <p className="list-header__kicker">Error</p>
        <h1 className="list-header__title">Something went wrong on our side</h1>
        <div className="list-header__intro">
          <p>
            It may be temporary. Try again, or go to the <a href={paths.home()}>home page</a>.
          </p>
          {digest && <p>{`If you report it, please include this number: ${digest}`}</p>}
        </div>
        <button className="button button--primary" type="button" onClick={() => retry()}>
          Try again
        </button>
      </header>
    </main>
  );
}
