import { contrastOf, hexColour, oklchOf, type Oklch } from './colour';
import { papers, type PaperName } from './papers';

/** Of text on its background (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5;
const STEP = 0.005;

type Theme = 'light' | 'dark';

/** The accent in one theme: as text and line, below the pointer, as what is written on it, and as a background. */
export type Shades = {
  accent: string;
  hover: string;
  ink: string;
  wash: string;
  /** Of the colour that was chosen, on the paper where it is weakest. */
  chosenContrast: number;
};

export type AccentSettings = { accentColour: string; accentHue: number; paper: PaperName };

/** The roles of app/tokens.css, without their hue. */
const roles = {
  light: { accent: [0.475, 0.15], hover: [0.4, 0.14], wash: [0.945, 0.022] },
  dark: { accent: [0.755, 0.125], hover: [0.83, 0.1], wash: [0.29, 0.04] },
} as const;
const inks = {
  light: hexColour({ lightness: 0.99, chroma: 0.003, hue: 85 }),
  dark: hexColour({ lightness: 0.18, chroma: 0.02, hue: 60 }),
};

/** The accent of the site as hexadecimal: the exact colour, or that of the hue chosen before there was one. */
export function accentColourOf({ accentColour, accentHue }: Omit<AccentSettings, 'paper'>): string {
  return accentColour || ofHue('light', 'accent', accentHue);
}

/** The accent in both themes; one that is too weak on its paper is darkened, or lightened, until it can be read. */
export function shadesOf(settings: AccentSettings): Record<Theme, Shades> {
  return { light: shadesIn('light', settings), dark: shadesIn('dark', settings) };
}

function shadesIn(theme: Theme, { accentColour, accentHue, paper }: AccentSettings): Shades {
  const grounds = [papers[paper][theme].paper, papers[paper][theme].raised].map(hexColour);
  const contrast = (colour: string) => Math.min(...grounds.map((ground) => contrastOf(colour, ground)));
  if (!accentColour) {
    const of = (role: keyof (typeof roles)['light']) => ofHue(theme, role, accentHue);
    const accent = of('accent');
    const chosenContrast = contrast(accent);
    return { accent, hover: of('hover'), ink: inks[theme], wash: of('wash'), chosenContrast };
  }
  const chosen = oklchOf(accentColour);
  const accent = readable(accentColour, theme, contrast);
  const { lightness, chroma, hue } = oklchOf(accent);
  const [washLightness, washChroma] = roles[theme].wash;
  return {
    accent,
    hover: hexColour({ lightness: lightness + (theme === 'light' ? -0.075 : 0.075), chroma: chroma * 0.9, hue }),
    ink: inks[theme],
    wash: hexColour({ lightness: washLightness, chroma: Math.min(washChroma, chosen.chroma), hue: chosen.hue }),
    chosenContrast: contrast(accentColour),
  };
}

function readable(colour: string, theme: Theme, contrast: (colour: string) => number) {
  const isEnough = (shade: string) =>
    contrast(shade) >= TEXT_CONTRAST && contrastOf(shade, inks[theme]) >= TEXT_CONTRAST;
  if (isEnough(colour)) return colour;
  const start: Oklch = oklchOf(colour);
  const direction = theme === 'light' ? -STEP : STEP;
  for (let lightness = start.lightness; lightness > 0 && lightness < 1; lightness += direction) {
    // Light colours have room for less chroma before they leave sRGB.
    const shade = hexColour({ ...start, lightness, chroma: Math.min(start.chroma, 0.17) });
    if (isEnough(shade)) return shade;
  }
  return theme === 'light' ? '#000000' : '#ffffff';
}

function ofHue(theme: Theme, role: keyof (typeof roles)['light'], hue: number) {
  const [lightness, chroma] = roles[theme][role];
  return hexColour({ lightness, chroma, hue });
}
