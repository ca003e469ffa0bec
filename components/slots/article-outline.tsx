import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Device } from '@/lib/slots/article-geometry';
import { DENSITY_LIMIT, formatDensity, type Outline, type OutlinePart } from '@/lib/slots/article-outline';

type Props = { outlines: Record<Device, Outline>; name: string };

const names: Record<Device, string> = { mobile: msg('Phone'), desktop: msg('Desktop') };
const widths: Record<Device, number> = { mobile: 64, desktop: 120 };
const HEIGHT = 320;
/** Parts that are lower are drawn together. */
const LOWEST = 4;

/** An article drawn small on both devices, with its slots and the part of its height that they take. */
export function ArticleOutline({ outlines, name }: Props) {
  const t = useText();
  const isDense = outlines.mobile.density > DENSITY_LIMIT;
  return (
    <div className="outline">
      {isDense && (
        <p className="notice notice--refused">
          {t(
            'On phones, slots take more of this article than the Better Ads Standards allow. Browsers may hide the ads of a site that exceeds them.',
          )}
        </p>
      )}
      <div className="outline__devices">
        <DeviceOutline device="mobile" outline={outlines.mobile} name={name} />
        <DeviceOutline device="desktop" outline={outlines.desktop} name={name} />
      </div>
    </div>
  );
}

function DeviceOutline({ device, outline, name }: { device: Device; outline: Outline; name: string }) {
  const t = useText();
  const slots = outline.parts.flatMap((part) => (part.kind === 'slot' ? part : []));
  const density = t.said(formatDensity(outline.density, device));
  return (
    <figure className="outline__device">
      <svg
        viewBox={`0 0 ${widths[device]} ${HEIGHT}`}
        width={widths[device]}
        height={HEIGHT}
        role="img"
        aria-label={t('{name}, {device}: {count, plural, one {# slot} other {# slots}}, {density}', {
          name,
          device: t(names[device]),
          count: slots.length,
          density,
        })}
      >
        {drawn(outline).map((part) => (
          <rect
            key={part.y}
            className={`outline__part outline__part--${part.kind}`}
            x={part.kind === 'slot' || part.kind === 'image' ? 0 : 6}
            y={part.y}
            width={part.kind === 'slot' || part.kind === 'image' ? widths[device] : widths[device] - 12}
            height={part.height}
          />
        ))}
      </svg>
      <figcaption>
        <strong>{t(names[device])}</strong>
        <span>{density}</span>
        {slots.length > 0 && (
          <ol className="outline__slots">
            {slots.map((slot) => (
              <li key={slot.top}>
                <span dir="auto">{slot.name}</span> <span>{t('{top} px from the top', { top: String(slot.top) })}</span>
              </li>
            ))}
          </ol>
        )}
      </figcaption>
    </figure>
  );
}

type Drawn = { kind: OutlinePart['kind']; y: number; height: number };

// Neighbours of one kind are joined until they are high enough to be seen, with a gap below each.
function drawn({ parts, height }: Outline): Drawn[] {
  const scale = HEIGHT / Math.max(1, height);
  const shapes: Drawn[] = [];
  let top = 0;
  for (const part of parts) {
    const [y, size] = [top * scale, part.height * scale];
    const last = shapes.at(-1);
    if (last?.kind === part.kind && part.kind !== 'slot' && last.height < LOWEST) last.height = y + size - last.y;
    else shapes.push({ kind: part.kind, y, height: size });
    top += part.height;
  }
  return shapes.map(({ kind, y, height: full }) => ({
    kind,
    y: rounded(y),
    height: rounded(Math.max(0.5, full - (full > 2 ? 1 : 0))),
  }));
}

function rounded(value: number) {
  return Math.round(value * 10) / 10;
}
