import type { ReactNode } from 'react';
import { SettingsNav } from '@/components/settings/settings-nav';
import './settings.css';

/** The navigation of the settings beside each of their pages, which guard themselves. */
export default function SettingsLayout({ children }: { children: ReactNode }) {
  return (
    <div className="settings">
      <SettingsNav />
      <div className="settings__page">{children}</div>
    </div>
  );
}
