import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { paths } from '@/lib/web/paths';

const tabs = {
  general: [msg('General'), paths.admin.settings()],
  identity: [msg('Identity'), paths.admin.identity()],
  appearance: [msg('Appearance'), paths.admin.appearance()],
  visibility: [msg('Visibility'), paths.admin.visibility()],
  publishing: [msg('Publishing'), paths.admin.publishRules()],
} as const;

/** The pages of the settings. */
export function SettingsTabs({ current }: { current: keyof typeof tabs }) {
  const t = useText();
  return (
    <nav className="tabs" aria-label={t('Settings')}>
      {Object.entries(tabs).map(([tab, [name, href]]) => (
        <a key={tab} href={href} aria-current={tab === current ? 'page' : undefined}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
