'use client';

import { paths } from '@/lib/paths';

/** What a reader is told when a page broke: that it is our fault, and what may help. */
export function Trouble({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : '';
  return (
    <main id="content" className="page page--list">
      <header className="list-head">
        <p className="list-head__kicker">Error</p>
        <h1 className="list-head__title">Something went wrong on our side</h1>
        <div className="list-head__intro">
          <p>
            It is not your fault, and it may already be over. Try again, or begin on the{' '}
            <a href={paths.home()}>front page</a>.
          </p>
          {digest && <p>{`If you write to us about it, this number helps: ${digest}`}</p>}
        </div>
        <button className="button button--primary" type="button" onClick={() => retry()}>
          Try again
        </button>
      </header>
    </main>
  );
}
