import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { paths } from '@/lib/web/paths';

const tabs = {
  slots: [msg('Slots'), paths.admin.slots()],
  statistics: [msg('Statistics'), paths.admin.allSlotStatistics()],
  campaigns: [msg('Campaigns'), paths.admin.campaigns()],
  'media-kit': [msg('Media kit'), paths.admin.mediaKit()],
  reports: [msg('Reader reports'), paths.admin.slotReports()],
  sellers: ['ads.txt', paths.admin.sellers()],
  import: [msg('Import'), paths.admin.importSlots()],
} as const;

type Props = {
  current: keyof typeof tabs;
  /** How many reports of readers wait. */
  reports?: string;
};

/** The pages about ad slots. */
export function SlotTabs({ current, reports }: Props) {
  const t = useText();
  return (
    <nav className="tabs" aria-label={t('Ad slots')}>
      {Object.entries(tabs).map(([tab, [name, href]]) => (
        <a key={tab} href={href} aria-current={tab === current ? 'page' : undefined}>
          {tab === 'reports' && reports ? `${t(name)} (${reports})` : t(name)}
        </a>
      ))}
    </nav>
  );
}
