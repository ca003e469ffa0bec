'use client';

import { useSyncExternalStore } from 'react';

const themes = ['auto', 'light', 'dark'] as const;
type Theme = (typeof themes)[number];

type Props = { label: string; names: Record<Theme, string> };

/** Chooses between the system's theme, light and dark. lib/web/theme-script.ts applies the choice before the next paint. */
export function ThemeSwitch({ label, names }: Props) {
  const chosen = useSyncExternalStore(onChange, currentTheme, () => null);
  return (
    <fieldset className="theme-switch">
      <legend className="hidden-visually">{label}</legend>
      {themes.map((theme) => (
        <label key={theme}>
          <input type="radio" name="theme" checked={chosen === theme} onChange={() => choose(theme)} />
          <span>{names[theme]}</span>
        </label>
      ))}
    </fieldset>
  );
}

function onChange(listener: () => void) {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}

function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return theme === 'light' || theme === 'dark' ? theme : 'auto';
}

// A browser without storage still changes the open page.
function choose(theme: Theme) {
  if (theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  try {
    if (theme === 'auto') localStorage.removeItem('theme');
    else localStorage.setItem('theme', theme);
  } catch {
    return;
  }
}
