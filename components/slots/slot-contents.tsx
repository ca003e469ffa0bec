import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { placementFacts, type Placement } from '@/lib/slots/placements';

const sections = [
  ['size', msg('Size')],
  ['where', msg('Position')],
  ['pages', msg('Pages')],
  ['when', msg('Schedule##noun')],
  ['line-items', msg('Line items')],
  ['manage', msg('Name and order')],
] as const;

/** Links to the sections of a slot's page, which is long. */
export function SlotContents({ placement }: { placement: Placement }) {
  const t = useText();
  const hasPosition = placementFacts[placement].between !== undefined;
  const shown = sections.filter(([id]) => id !== 'where' || hasPosition);
  return (
    <nav className="slot-contents" aria-label={t('On this page')}>
      {shown.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {t(name)}
        </a>
      ))}
    </nav>
  );
}
