import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { paths } from '@/lib/web/paths';

const views = {
  slot: [msg('Slot'), paths.admin.slot],
  statistics: [msg('Statistics'), paths.admin.slotFigures],
  choice: [msg('Who gets which'), paths.admin.slotChoice],
} as const;

/** The pages about one slot. */
export function SlotViews({ slotId, current }: { slotId: string; current: keyof typeof views }) {
  const t = useText();
  return (
    <nav className="tabs" aria-label={t('This slot')}>
      {Object.entries(views).map(([view, [name, addressOf]]) => (
        <a key={view} href={addressOf(slotId)} aria-current={view === current ? 'page' : undefined}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
