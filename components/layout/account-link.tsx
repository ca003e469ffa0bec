'use client';

import { useEffect, useState } from 'react';
import { paths } from '@/lib/paths';

/**
 * "Sign in", or the name of whoever is signed in. The page is the same for everybody, so the name is asked for
 * afterwards, and only if the hint cookie says that asking is worth a request.
 */
export function AccountLink() {
  const [name, setName] = useState('');
  useEffect(() => {
    if (!/(?:^|; )signed-in=/.test(document.cookie)) return;
    const asking = new AbortController();
    fetch('/api/me', { signal: asking.signal })
      .then((answer) => (answer.ok ? (answer.json() as Promise<{ me: { name: string } | null }>) : null))
      .then((answer) => setName(answer?.me?.name ?? ''))
      .catch(() => {});
    return () => asking.abort();
  }, []);
  return (
    <a className="masthead__account" href={paths.account()}>
      {name || 'Sign in'}
    </a>
  );
}
