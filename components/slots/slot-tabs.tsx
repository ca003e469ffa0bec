import { paths } from '@/lib/web/paths';

const tabs = {
  slots: ['Slots', paths.admin.slots()],
  statistics: ['Statistics', paths.admin.allSlotStatistics()],
  campaigns: ['Campaigns', paths.admin.campaigns()],
  'media-kit': ['Media kit', paths.admin.mediaKit()],
  reports: ['Reader reports', paths.admin.slotReports()],
  sellers: ['ads.txt', paths.admin.sellers()],
  import: ['Import', paths.admin.importSlots()],
} as const;

type Props = {
  current: keyof typeof tabs;
  /** How many reports of readers wait. */
  reports?: string;
};

/** The pages about ad slots. */
export function SlotTabs({ current, reports }: Props) {
  return (
    <nav className="tabs" aria-label="Ad slots">
      {Object.entries(tabs).map(([tab, [name, href]]) => (
        <a key={tab} href={href} aria-current={tab === current ? 'page' : undefined}>
          {tab === 'reports' && reports ? `${name} (${reports})` : name}
        </a>
      ))}
    </nav>
  );
}
