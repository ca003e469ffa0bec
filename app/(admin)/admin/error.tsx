'use client';

import { PageHead } from '@/components/admin/page-head';
import { paths } from '@/lib/paths';

export default function AdminError({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <>
      <PageHead
        title="This page could not be shown"
        lead="Something went wrong on our side. What was saved is safe, and a text you were writing is kept in this browser."
      />
      <p className="form-acts">
        <button className="button button--primary" type="button" onClick={reset}>
          Try again
        </button>
        <a className="button" href={paths.admin.start()}>
          To the start page
        </a>
      </p>
      {error.digest && <p className="quiet">If it stays so, tell the operator this number: {error.digest}</p>}
    </>
  );
}
