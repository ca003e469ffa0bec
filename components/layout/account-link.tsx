'use client';

import { useEffect, useState } from 'react';
import { askViewer } from '@/components/users/viewer';
import { paths } from '@/lib/web/paths';

type Props = { label?: string | undefined };

/** Leads to the account, or to signing in. A cached page is the same for everybody, so it asks for the user's name afterwards. */
export function AccountLink({ label }: Props) {
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
      {name || label || 'Account'}
    </a>
  );
}
