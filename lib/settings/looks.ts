import { z } from 'zod';
import { shadesOf } from './accent';
import { hexColour, readHex } from './colour';
import { familiesOf, fontFaces, fontPairNames, fontPairs, stackOf, type FontFiles, type FontPair } from './fonts';
import { articleLayouts, frontLayouts, MAX_OWN_CSS, textWidths, type Looks } from './looks-names';
import { paperNames, papers, type Paper, type PaperName } from './papers';

const choice = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.enum(names, 'Choose one of what is offered.');

/** How the public pages look. */
export const looksRules = {
  frontLayout: choice(frontLayouts),
  articleLayout: choice(articleLayouts),
  fontPair: choice(fontPairNames),
  /** The exact accent as #rrggbb; "" for that of the hue chosen before. */
  accentColour: z.string().transform((typed, context) => {
    const hex = typed.trim() === '' ? '' : readHex(typed);
    if (hex !== null) return hex;
    context.addIssue({ code: 'custom', message: 'Enter a colour in hexadecimal, such as #8a2b1e.' });
    return z.NEVER;
  }),
  paper: choice(paperNames),
  textWidth: choice(textWidths),
  /** Served as a style sheet of its own on public pages. */
  ownCss: z.string().max(MAX_OWN_CSS),
};

/** What an owner tries out before it is saved. */
export const looksDraft = {
  /** CSS that is only in the preview; "" for none. */
  ownCssDraft: z.string().max(MAX_OWN_CSS),
  /** The looks before the last change, as JSON; "" before the first. */
  formerLooks: z.string(),
};

export const looksShape = z.object(looksRules);
export type LooksSettings = Looks & { accentHue: number };

const measures = { narrow: '38rem', normal: '42rem', wide: '46rem' };

/** Only the looks of the settings. */
export function looksOf(settings: Looks): Looks {
  const { frontLayout, articleLayout, fontPair, accentColour, paper, textWidth, ownCss } = settings;
  return { frontLayout, articleLayout, fontPair, accentColour, paper, textWidth, ownCss };
}

/** The style sheet of the public pages: the fonts of the pair, and what the owner chose of colour and width. */
export function sheetOf(settings: Omit<LooksSettings, 'ownCss'>, files: FontFiles): string {
  const { fontPair, textWidth } = settings;
  const { display, reading } = fontPairs[fontPair];
  const shared = [
    `--reading:${stackOf(reading)}`,
    `--display:${stackOf(display)}`,
    ...(textWidth === 'normal' ? [] : [`--measure:${measures[textWidth]}`]),
  ];
  return [
    ...familiesOf(fontPair).map((family) => fontFaces(family, files)),
    `html:root{${shared.join(';')}}`,
    colourRules(settings),
  ].join('');
}

/** The accent and the paper where they are not those of app/tokens.css. */
export function colourRules(settings: { accentColour: string; accentHue: number; paper: PaperName }): string {
  const { accentColour, accentHue, paper } = settings;
  const shades = shadesOf(settings);
  const rolesIn = (theme: 'light' | 'dark') => {
    const { accent, hover, ink, wash } = shades[theme];
    return [
      ...(accentColour
        ? [`--accent:${accent}`, `--accent-hover:${hover}`, `--accent-ink:${ink}`, `--accent-wash:${wash}`]
        : []),
      ...(paper === 'warm' ? [] : groundRoles(papers[paper][theme])),
    ].join(';');
  };
  const hue = accentColour ? '' : `html:root{--accent-hue:${accentHue}}`;
  if (!rolesIn('light')) return hue;
  const dark = rolesIn('dark');
  return `${hue}html:root{${rolesIn('light')}}@media screen and (prefers-color-scheme:dark){html:root:not([data-theme='light']){${dark}}}@media screen{html:root[data-theme='dark']{${dark}}}`;
}

/** The families whose first file a page asks for at once. */
export function urgentFonts(pair: FontPair, files: FontFiles): string[] {
  return familiesOf(pair).flatMap(
    (family) => files[family].find(({ style, script }) => style === 'normal' && script === 'latin')?.address ?? [],
  );
}

function groundRoles({ paper, raised, hairline }: Paper) {
  return [`--paper:${hexColour(paper)}`, `--raised:${hexColour(raised)}`, `--hairline:${hexColour(hairline)}`];
}
