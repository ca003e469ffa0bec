import { placementFacts, type Placement } from '@/lib/slots/placements';

const sections = [
  ['size', 'Size'],
  ['where', 'Position'],
  ['pages', 'Pages'],
  ['when', 'Schedule'],
  ['line-items', 'Line items'],
  ['manage', 'Name and order'],
] as const;

/** Links to the sections of a slot's page, which is long. */
export function SlotContents({ placement }: { placement: Placement }) {
  const hasPosition = placementFacts[placement].between !== undefined;
  const shown = sections.filter(([id]) => id !== 'where' || hasPosition);
  return (
    <nav className="slot-contents" aria-label="On this page">
      {shown.map(([id, name]) => (
        <a key={id} href={`#${id}`}>
          {name}
        </a>
      ))}
    </nav>
  );
}
