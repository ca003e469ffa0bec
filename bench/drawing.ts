type Point = { x: number; y: number };
type Line = { name: string; points: Point[] };

const WIDTH = 860;
const HEIGHT = 460;
const PLOT = { left: 64, top: 24, right: 590, bottom: 400 };
const colours = [
  '#1f5673',
  '#b5432c',
  '#3e7b4f',
  '#8a5a9c',
  '#c08a1e',
  '#4a4a4a',
  '#2f8f8b',
  '#a23b6a',
  '#6b7f2a',
  '#5468b0',
  '#8c5a33',
  '#b0a030',
];

/** Lines over two logarithmic axes as a standalone SVG. */
export function drawLines(lines: Line[], axes: { x: string; y: string }) {
  const points = lines.flatMap((line) => line.points);
  const x = scale(
    points.map((point) => point.x),
    PLOT.left,
    PLOT.right,
  );
  const y = scale(
    points.map((point) => point.y),
    PLOT.bottom,
    PLOT.top,
  );
  const parts = [
    ...powers(points.map((point) => point.x)).map((value) =>
      gridline({ x: x(value), label: value.toLocaleString('en') }),
    ),
    ...powers(points.map((point) => point.y)).map((value) => gridline({ y: y(value), label: String(value) })),
    ...lines.map((line, index) => drawn(line, { x, y, colour: colours[index % colours.length]!, row: index })),
    `<text x="${(PLOT.left + PLOT.right) / 2}" y="${HEIGHT - 16}" text-anchor="middle">${axes.x}</text>`,
    `<text transform="translate(16 ${(PLOT.top + PLOT.bottom) / 2}) rotate(-90)" text-anchor="middle">${axes.y}</text>`,
  ];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" font-family="Georgia, serif" font-size="13" fill="#222">
<title>${axes.y} against ${axes.x}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fdfcf8"/>
${parts.join('\n')}
</svg>
`;
}

type Scale = (value: number) => number;

function scale(values: number[], from: number, to: number): Scale {
  const bounds = powers(values);
  const [low, high] = [Math.log10(bounds[0]!), Math.log10(bounds.at(-1)!)];
  return (value) => Math.round((from + ((Math.log10(value) - low) / (high - low || 1)) * (to - from)) * 10) / 10;
}

function powers(values: number[]) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return Array.from({ length: high - low + 1 }, (_, index) => Number((10 ** (low + index)).toPrecision(1)));
}

function gridline({ x, y, label }: { x?: number; y?: number; label: string }) {
  const line = (from: string) => `<path d="${from}" stroke="#d8d4c8" fill="none"/>`;
  if (x !== undefined) {
    return `${line(`M${x} ${PLOT.top}V${PLOT.bottom}`)}<text x="${x}" y="${PLOT.bottom + 20}" text-anchor="middle">${label}</text>`;
  }
  return `${line(`M${PLOT.left} ${y}H${PLOT.right}`)}<text x="${PLOT.left - 8}" y="${(y ?? 0) + 4}" text-anchor="end">${label}</text>`;
}

function drawn({ name, points }: Line, { x, y, colour, row }: { x: Scale; y: Scale; colour: string; row: number }) {
  const path = points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('');
  const key = PLOT.top + 12 + row * 24;
  return `<path d="${path}" stroke="${colour}" stroke-width="2" fill="none"/>
<path d="M${PLOT.right + 20} ${key - 4}h20" stroke="${colour}" stroke-width="3"/><text x="${PLOT.right + 48}" y="${key}">${name}</text>`;
}
