'use client';

import { useSyncExternalStore } from 'react';
import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';

const themes = [
  ['', msg('System')],
  ['light', msg('Light')],
  ['dark', msg('Dark')],
] as const;

/** Light, dark or automatic theme, stored in this browser (applied by lib/web/theme-script.ts before painting). */
export function ThemeChoice() {
  const t = useText();
  const theme = useSyncExternalStore(followTheme, currentTheme, () => null);
  if (theme === null) return <div className="theme-choice" aria-hidden="true" />;
  return (
    <div className="theme-choice" role="group" aria-label={t('Theme')}>
      {themes.map(([value, name]) => (
        <button key={value} type="button" aria-pressed={theme === value} onClick={() => chooseTheme(value)}>
          {t(name)}
        </button>
      ))}
    </div>
  );
}

function followTheme(changed: () => void) {
  const observer = new MutationObserver(changed);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function currentTheme() {
  return document.documentElement.dataset.theme ?? '';
}

function chooseTheme(wanted: string) {
  if (wanted) document.documentElement.dataset.theme = wanted;
  else delete document.documentElement.dataset.theme;
  try {
    if (wanted) localStorage.setItem('theme', wanted);
    else localStorage.removeItem('theme');
  } catch {
    // A browser without storage keeps the choice until the page is left.
  }
}
