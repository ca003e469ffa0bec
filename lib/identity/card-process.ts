// A separate process, since drawing takes longer than a request may hold a server up.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import satori from 'satori';
import sharp from 'sharp';
import type { FamilyName } from '@/lib/settings/fonts';
import type { Card } from './social-card';

type Style = Record<string, string | number>;
type Box = { type: 'div'; props: { style: Style; children?: string | Box[] } };
/** What satori reads of the elements of React, which it takes as well. */
type Drawable = Parameters<typeof satori>[0];

export type CardJob = { card: Card; output: string; width: number; height: number };

const PAPER = '#fbf9f6';
const INK = '#2a2420';
const MUTED = '#6b625b';
const EDGE = 72;
/** A longer title is set smaller. */
const LONG_TITLE = 70;

/** The parts of the fonts, each with what only it can write; satori reads no WOFF2, and no variable fonts. */
const parts = {
  latin: /./su,
  'latin-ext': /[\u0100-\u02ff\u1e00-\u1e9f\u2c60-\u2c7f\ua720-\ua7ff\u20a0-\u20c0]/u,
  vietnamese: /[\u0102\u0103\u01a0\u01a1\u01af\u01b0\u1ea0-\u1ef9\u20ab]/u,
  cyrillic: /[\u0400-\u045f\u0490\u0491\u04b0\u04b1\u2116]/u,
  'cyrillic-ext': /[\u0460-\u048f\u0492-\u04af\u04b2-\u052f\u1c80-\u1c88]/u,
  greek: /\p{Script=Greek}/u,
};

type Part = keyof typeof parts;
const partNames = Object.keys(parts) as Part[];

/** `lacks`: parts that Source Serif stands in for. */
const packages: Record<FamilyName, { name: string; lacks: Part[] }> = {
  source: { name: 'source-serif-4', lacks: [] },
  playfair: { name: 'playfair-display', lacks: ['cyrillic-ext', 'greek'] },
  literata: { name: 'literata', lacks: [] },
  franklin: { name: 'libre-franklin', lacks: ['greek'] },
};

/** By family and parts: satori keeps what it reads of fonts for the same list of them. */
const read = new Map<string, ReturnType<typeof readFont>[]>();

process.on('message', (job: CardJob) => {
  draw(job)
    .then(() => 'drawn')
    .catch((error: unknown) => String(error))
    .then((answer) => process.send?.(answer));
});

async function draw({ card, output, width, height }: CardJob) {
  const fonts = fontsFor(`${card.title}${card.site}${card.by}`, card.font);
  const family = fonts.map(({ name }) => name).join(', ');
  const svg = await satori(drawing(card, { width, family }), { width, height, fonts });
  await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 1 }).toFile(output);
}

function fontsFor(text: string, family: FamilyName) {
  const needed = partNames.filter((part) => part === 'latin' || parts[part].test(text));
  const key = [family, ...needed].join();
  const fonts = read.get(key) ?? needed.map((part) => readFont(part, family));
  read.set(key, fonts);
  return fonts;
}

function readFont(part: Part, family: FamilyName) {
  const { name } = packages[packages[family].lacks.includes(part) ? 'source' : family];
  return {
    name: `${name} ${part}`,
    data: readFileSync(fileURLToPath(import.meta.resolve(`@fontsource/${name}/files/${name}-${part}-600-normal.woff`))),
    weight: 600 as const,
    style: 'normal' as const,
  };
}

function drawing({ title, site, by, accent }: Card, { width, family }: { width: number; family: string }) {
  const inner = width - 2 * EDGE;
  const isLong = title.length > LONG_TITLE;
  const heading: Style = {
    display: 'block',
    width: inner,
    fontSize: isLong ? 60 : 76,
    lineHeight: 1.18,
    lineClamp: isLong ? 5 : 4,
    overflow: 'hidden',
    // Room for what hangs below the last line, which some fonts set low in it.
    paddingBottom: 20,
    wordBreak: 'break-word',
  };
  const whole = { width: '100%', height: '100%', flexDirection: 'column', background: PAPER, color: INK };
  const body = { flexDirection: 'column', flexGrow: 1, justifyContent: 'space-between' };
  const foot = { justifyContent: 'space-between', width: inner, fontSize: 32, color: MUTED };
  return box({ ...whole, fontFamily: family }, [
    box({ width: '100%', height: 24, background: accent }),
    box({ ...body, padding: `56px ${EDGE}px 52px` }, [
      box(heading, title),
      box(foot, [box({ maxWidth: '60%' }, site), box({ maxWidth: '36%' }, by)]),
    ]),
  ]) as unknown as Drawable;
}

function box(style: Style, children?: string | Box[]): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, ...(children ? { children } : {}) } };
}
