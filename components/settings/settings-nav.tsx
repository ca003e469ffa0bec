'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { paths } from '@/lib/web/paths';

const pages = [
  [msg('General'), paths.admin.settings()],
  [msg('Identity'), paths.admin.identity()],
  [msg('Appearance'), paths.admin.appearance()],
  [msg('Reading##settings'), paths.admin.settings('reading')],
  [msg('Comments'), paths.admin.settings('comments')],
  [msg('Publishing'), paths.admin.publishRules()],
  [msg('Ads'), paths.admin.settings('ads')],
  [msg('Search engines'), paths.admin.settings('search-engines')],
  [msg('Site code'), paths.admin.siteCode()],
  [msg('Visibility'), paths.admin.visibility()],
] as const;

/** The pages of the settings. */
export function SettingsNav() {
  const t = useText();
  const here = usePathname();
  const ref = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = ref.current?.querySelector<HTMLElement>('[aria-current]');
    if (ref.current && current) ref.current.scrollLeft = current.offsetLeft - ref.current.offsetLeft;
  }, []);
  return (
    <nav ref={ref} className="settings-nav" aria-label={t('Settings')}>
      {pages.map(([name, href]) => (
        <a key={href} href={href} aria-current={href === here ? 'page' : undefined}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
