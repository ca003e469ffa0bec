'use client';

import { useEffect, useState } from 'react';
import { askViewer } from '@/components/users/viewer';
import { formFor, type PluralForms } from '@/lib/i18n/plural-forms';
import { paths } from '@/lib/web/reader-paths';

type Props = {
  label: string;
  /** What the number is of, for each plural category. */
  unread: PluralForms;
};

/**
 * Leads to the account, or to signing in, and to notifications that wait. A cached page is the same for everybody, so it
 * asks for the user afterwards.
 */
export function AccountLink({ label, unread }: Props) {
  const [me, setMe] = useState<Awaited<ReturnType<typeof askViewer>>>(null);
  useEffect(() => {
    void askViewer().then(setMe);
  }, []);
  return (
    <>
      <a className="masthead__account" href={paths.account()}>
        {me?.name || label}
      </a>
      {me && me.unread > 0 && (
        <a className="masthead__unread" href={paths.notifications()}>
          <span>{me.unread > 99 ? '99+' : me.unread}</span>
          <span className="hidden-visually">{formFor(unread, me.unread)}</span>
        </a>
      )}
    </>
  );
}
