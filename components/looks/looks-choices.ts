import { msg } from '@/lib/i18n/admin/msg';
import { fontPairNames, fontPairs, stackOf } from '@/lib/settings/fonts';
import { articleLayouts, frontLayouts, textWidths, type Looks } from '@/lib/settings/looks-names';
import { paperColours, paperNames } from '@/lib/settings/papers';

export type ChosenLooks = Omit<Looks, 'ownCss'>;

type Option = {
  value: string;
  label: string;
  hint?: string;
  drawing?: string;
  colours?: readonly string[];
  font?: string;
};
export type LooksChoice = {
  name: Exclude<keyof ChosenLooks, 'accentColour'>;
  label: string;
  hint?: string;
  options: Option[];
};

const fronts = {
  list: {
    label: msg('List'),
    hint: msg('A lead, then one post below the other.'),
    drawing: 'M4 4h52v10H4zM4 18h36v2H4zM46 18h10v6H46zM4 28h36v2H4zM46 28h10v6H46z',
  },
  magazine: {
    label: msg('Magazine'),
    hint: msg('A lead across the page, then three columns, then a list.'),
    drawing: 'M4 4h30v14H4zM37 6h19v2H37zM37 10h14v2H37zM4 22h16v9H4zM22 22h16v9H22zM40 22h16v9H40zM4 34h52v2H4z',
  },
  cards: {
    label: msg('Cards'),
    hint: msg('A grid in which all posts are alike.'),
    drawing: 'M4 4h16v10H4zM22 4h16v10H22zM40 4h16v10H40zM4 22h16v10H4zM22 22h16v10H22zM40 22h16v10H40z',
  },
};

const articles = {
  column: {
    label: msg('Column'),
    hint: msg('Title and text in one column, a little wider for the image.'),
    drawing: 'M18 4h24v3H18zM12 10h36v12H12zM18 25h24v2H18zM18 29h24v2H18zM18 33h20v2H18z',
  },
  feature: {
    label: msg('Feature'),
    hint: msg('A centred title, and the image across the window.'),
    drawing: 'M20 4h20v3H20zM0 10h60v14H0zM18 27h24v2H18zM18 31h24v2H18zM18 35h20v2H18z',
  },
};

const pairs = {
  source: { label: msg('Source Serif'), hint: msg('Calm, for titles and text.') },
  playfair: { label: msg('Playfair Display and Source Serif'), hint: msg('Titles of high contrast, calm text.') },
  literata: { label: msg('Literata'), hint: msg('Like a book, for titles and text.') },
  franklin: { label: msg('Libre Franklin and Literata'), hint: msg('Titles without serifs, text like a book.') },
};

const tones = { warm: msg('Warm'), white: msg('White'), cool: msg('Cool'), cream: msg('Cream') };

const widths = {
  narrow: { label: msg('Narrow##width'), hint: msg('About 60 characters a line.') },
  normal: { label: msg('Normal##width'), hint: msg('About 66 characters a line.') },
  wide: { label: msg('Wide##width'), hint: msg('About 72 characters a line.') },
};

/** What the owner chooses from, as the form shows it. */
export const looksChoices: readonly LooksChoice[] = [
  {
    name: 'frontLayout',
    label: msg('Front page'),
    options: frontLayouts.map((value) => ({ value, ...fronts[value] })),
  },
  {
    name: 'articleLayout',
    label: msg('Articles'),
    options: articleLayouts.map((value) => ({ value, ...articles[value] })),
  },
  {
    name: 'fontPair',
    label: msg('Fonts'),
    hint: msg('They come from this server. Menus, bylines and comments are in Libre Franklin with each.'),
    options: fontPairNames.map((value) => ({ value, ...pairs[value], font: stackOf(fontPairs[value].display) })),
  },
  {
    name: 'paper',
    label: msg('Background'),
    options: paperNames.map((value) => ({
      value,
      label: tones[value],
      colours: Object.values(paperColours(value)),
    })),
  },
  {
    name: 'textWidth',
    label: msg('Width of the text'),
    options: textWidths.map((value) => ({ value, ...widths[value] })),
  },
];
