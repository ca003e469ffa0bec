/** Scripts in files of their own: a browser fetches those whose characters a page shows. */
export const unicodeRanges = {
  'cyrillic-ext': 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  cyrillic: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  greek: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  vietnamese:
    'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  'latin-ext':
    'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF',
  latin:
    'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
} as const;

export type Script = keyof typeof unicodeRanges;
type Style = 'normal' | 'italic';
/** A local font, stretched to the width and height of ours: the figures of scripts/font-metrics.mjs, in percent. */
type Fallback = { style: Style; weights: string; adjust: number; ascent: number; descent: number };
type Family = {
  name: string;
  weights: string;
  /** Figures of a capital's height, where the font has others first: "(0)" is not to be read as a letter. */
  features?: string;
  /** The kind of local font that stands in until it has loaded. */
  like: 'serif' | 'sans';
  fallbacks: Fallback[];
};

export const families = {
  source: {
    name: 'Source Serif 4 Variable',
    weights: '200 900',
    like: 'serif',
    fallbacks: [
      { style: 'normal', weights: '200 500', adjust: 118.87, ascent: 87.16, descent: 28.18 },
      { style: 'normal', weights: '501 900', adjust: 112.37, ascent: 92.19, descent: 29.81 },
      { style: 'italic', weights: '200 900', adjust: 108.22, ascent: 95.73, descent: 30.96 },
    ],
  },
  literata: {
    name: 'Literata Variable',
    weights: '200 900',
    like: 'serif',
    fallbacks: [
      { style: 'normal', weights: '200 500', adjust: 118.45, ascent: 99.37, descent: 26 },
      { style: 'normal', weights: '501 900', adjust: 116.66, ascent: 100.9, descent: 26.4 },
      { style: 'italic', weights: '200 900', adjust: 110.59, ascent: 106.43, descent: 27.85 },
    ],
  },
  playfair: {
    name: 'Playfair Display Variable',
    weights: '400 900',
    features: "'lnum'",
    like: 'serif',
    fallbacks: [
      { style: 'normal', weights: '400 500', adjust: 113.03, ascent: 95.72, descent: 22.21 },
      { style: 'normal', weights: '501 900', adjust: 107.07, ascent: 101.06, descent: 23.44 },
    ],
  },
  franklin: {
    name: 'Libre Franklin Variable',
    weights: '100 900',
    like: 'sans',
    fallbacks: [
      { style: 'normal', weights: '100 500', adjust: 105.04, ascent: 91.97, descent: 23.42 },
      { style: 'normal', weights: '501 900', adjust: 99.46, ascent: 97.13, descent: 24.73 },
    ],
  },
} satisfies Record<string, Family>;

export type FamilyName = keyof typeof families;

/** For titles and for text; what belongs to the interface is in Libre Franklin with each. */
export const fontPairs = {
  source: { display: 'source', reading: 'source' },
  playfair: { display: 'playfair', reading: 'source' },
  literata: { display: 'literata', reading: 'literata' },
  franklin: { display: 'franklin', reading: 'literata' },
} satisfies Record<string, { display: FamilyName; reading: FamilyName }>;

export type FontPair = keyof typeof fontPairs;
export const fontPairNames = Object.keys(fontPairs) as [FontPair, ...FontPair[]];
export const INTERFACE: FamilyName = 'franklin';

/** The addresses of a family's files. */
export type FontFiles = Record<FamilyName, { style: Style; script: Script; address: string }[]>;

const local = {
  serif: {
    normal: ['Liberation Serif', 'Times New Roman', 'Tinos'],
    italic: ['Liberation Serif Italic', 'Times New Roman Italic', 'Tinos Italic'],
    bold: ['Liberation Serif Bold', 'Times New Roman Bold', 'Tinos Bold'],
  },
  sans: {
    normal: ['Liberation Sans', 'Arial', 'Arimo', 'Roboto'],
    italic: ['Liberation Sans Italic', 'Arial Italic', 'Arimo Italic', 'Roboto Italic'],
    bold: ['Liberation Sans Bold', 'Arial Bold', 'Arimo Bold', 'Roboto Bold'],
  },
};
const generic = { serif: "Georgia,'Times New Roman',serif", sans: 'Arial,sans-serif' };

/** The families that a pair needs, each once. */
export function familiesOf(pair: FontPair): FamilyName[] {
  const { display, reading } = fontPairs[pair];
  return [...new Set<FamilyName>([reading, display, INTERFACE])];
}

/** The value of font-family. */
export function stackOf(name: FamilyName) {
  const family: Family = families[name];
  return `'${family.name}','${fallbackName(family)}',${generic[family.like]}`;
}

/** The rules that load a family, and those of what stands in for it. */
export function fontFaces(name: FamilyName, files: FontFiles): string {
  const family: Family = families[name];
  const features = family.features ? `font-feature-settings:${family.features};` : '';
  const loaded = files[name].map(
    ({ style, script, address }) =>
      `@font-face{font-family:'${family.name}';font-style:${style};font-display:swap;font-weight:${family.weights};${features}src:url(${address}) format('woff2');unicode-range:${unicodeRanges[script]}}`,
  );
  const standIns = family.fallbacks.map(({ style, weights, adjust, ascent, descent }) => {
    const isBold = weights.startsWith('501');
    const sources = local[family.like][isBold ? 'bold' : style].map((font) => `local('${font}')`).join();
    return `@font-face{font-family:'${fallbackName(family)}';font-style:${style};font-weight:${weights};src:${sources};size-adjust:${adjust}%;ascent-override:${ascent}%;descent-override:${descent}%;line-gap-override:0%}`;
  });
  return [...loaded, ...standIns].join('');
}

function fallbackName({ name }: Family) {
  return name.replace('Variable', 'fallback');
}
