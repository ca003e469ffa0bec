'use client';

import { useEffect, useState } from 'react';
import { askViewer } from '@/components/users/viewer';
import { paths } from '@/lib/web/paths';

/** "Sign in" or the user's name, requested afterwards because the page is cached. */
export function AccountLink() {
  const [name, setName] = useState('');
  useEffect(() => {
    let isGone = false;
    const show = async () => {
      const me = await askViewer();
      if (me && !isGone) setName(me.name);
    };
    void show();
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <a className="masthead__account" href={paths.account()}>
      {name || 'Sign in'}
    </a>
  );
}
