import { hexColour, type Oklch } from './colour';

/** What text and images stand on: the page, what is raised from it, and thin lines. */
export type Paper = { paper: Oklch; raised: Oklch; hairline: Oklch };

const tone = (lightness: number, chroma: number, hue: number): Oklch => ({ lightness, chroma, hue });

/** The backgrounds to choose from, in both themes. "warm" is that of app/tokens.css. */
export const papers = {
  warm: {
    light: { paper: tone(0.985, 0.004, 85), raised: tone(0.962, 0.006, 85), hairline: tone(0.875, 0.008, 80) },
    dark: { paper: tone(0.19, 0.008, 70), raised: tone(0.235, 0.009, 70), hairline: tone(0.34, 0.01, 70) },
  },
  white: {
    light: { paper: tone(1, 0, 0), raised: tone(0.97, 0, 0), hairline: tone(0.885, 0, 0) },
    dark: { paper: tone(0.178, 0, 0), raised: tone(0.225, 0, 0), hairline: tone(0.33, 0, 0) },
  },
  cool: {
    light: { paper: tone(0.982, 0.005, 250), raised: tone(0.957, 0.008, 250), hairline: tone(0.87, 0.012, 250) },
    dark: { paper: tone(0.192, 0.012, 255), raised: tone(0.238, 0.014, 255), hairline: tone(0.345, 0.016, 255) },
  },
  cream: {
    light: { paper: tone(0.968, 0.018, 82), raised: tone(0.943, 0.022, 82), hairline: tone(0.86, 0.024, 80) },
    dark: { paper: tone(0.198, 0.014, 65), raised: tone(0.243, 0.016, 65), hairline: tone(0.348, 0.018, 65) },
  },
} satisfies Record<string, { light: Paper; dark: Paper }>;

export type PaperName = keyof typeof papers;

export const paperNames = Object.keys(papers) as [PaperName, ...PaperName[]];

/** The background of the pages in both themes, for the browser's own bars. */
export function paperColours(name: PaperName) {
  return { light: hexColour(papers[name].light.paper), dark: hexColour(papers[name].dark.paper) };
}
