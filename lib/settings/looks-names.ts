import type { FontPair } from './fonts';
import type { PaperName } from './papers';

export const frontLayouts = ['list', 'magazine', 'cards'] as const;
export const articleLayouts = ['column', 'feature'] as const;
export const textWidths = ['narrow', 'normal', 'wide'] as const;
export const MAX_OWN_CSS = 20_000;

export type FrontLayout = (typeof frontLayouts)[number];
export type ArticleLayout = (typeof articleLayouts)[number];

/** How the public pages look; the rules are in looks.ts. */
export type Looks = {
  frontLayout: FrontLayout;
  articleLayout: ArticleLayout;
  fontPair: FontPair;
  /** #rrggbb; "" for the colour of the hue chosen before there were exact ones. */
  accentColour: string;
  paper: PaperName;
  textWidth: (typeof textWidths)[number];
  ownCss: string;
};
