import { paths } from '@/lib/web/paths';

const views = {
  slot: ['Slot', paths.admin.slot],
  statistics: ['Statistics', paths.admin.slotFigures],
  choice: ['Who gets which', paths.admin.slotChoice],
} as const;

/** The pages about one slot. */
export function SlotViews({ slotId, current }: { slotId: string; current: keyof typeof views }) {
  return (
    <nav className="tabs" aria-label="This slot">
      {Object.entries(views).map(([view, [name, addressOf]]) => (
        <a key={view} href={addressOf(slotId)} aria-current={view === current ? 'page' : undefined}>
          {name}
        </a>
      ))}
    </nav>
  );
}
