import { expect, test } from 'vitest';
import { families, fontPairNames, fontPairs, INTERFACE, type FontFiles } from './fonts';
import { colourRules, looksOf, looksShape, sheetOf, urgentFonts } from './looks';
import { defaultSettings, settingsSchema } from './settings';

const files = Object.fromEntries(
  Object.keys(families).map((name) => [name, [{ style: 'normal', script: 'latin', address: `/${name}.woff2` }]]),
) as FontFiles;
const sheet = (changes: Partial<typeof defaultSettings>) => sheetOf({ ...defaultSettings, ...changes }, files);

test('a site that chose nothing looks as it did', () => {
  expect(looksOf(defaultSettings)).toEqual({
    frontLayout: 'list',
    articleLayout: 'column',
    fontPair: 'source',
    accentColour: '',
    paper: 'warm',
    textWidth: 'normal',
    ownCss: '',
  });
  expect(colourRules(defaultSettings)).toBe('html:root{--accent-hue:25}');
  expect(sheet({})).not.toMatch(/--measure|--paper|--accent:/);
});

test('a page loads the fonts of its pair alone, and that of the interface', () => {
  for (const fontPair of fontPairNames) {
    const { display, reading } = fontPairs[fontPair];
    const wanted = new Set([display, reading, INTERFACE].map((name) => `/${name}.woff2`));
    const loaded = [...sheet({ fontPair }).matchAll(/url\(([^)]+)\)/g)].map(([, address]) => address);
    expect(new Set(loaded)).toEqual(wanted);
    expect(new Set(urgentFonts(fontPair, files))).toEqual(wanted);
  }
});

test('figures of a font that hang below the line by themselves stand on it', () => {
  const faces = sheet({ fontPair: 'playfair' }).match(/@font-face\{[^}]*url[^}]*\}/g) ?? [];
  const lining = faces.filter((face) => face.includes("font-feature-settings:'lnum'"));
  expect(lining).toEqual(faces.filter((face) => face.includes('Playfair')));
  expect(lining).not.toEqual([]);
});

test('each family has something that stands in for it, of the same width and height', () => {
  for (const fontPair of fontPairNames) {
    const css = sheet({ fontPair });
    for (const [, name] of css.matchAll(/--(?:reading|display):'[^']+','([^']+)'/g)) {
      expect(css).toContain(`@font-face{font-family:'${name}'`);
    }
    expect(css).toMatch(/size-adjust:[\d.]+%;ascent-override:[\d.]+%;descent-override:[\d.]+%/);
  }
});

test('a chosen colour, paper and width are in the sheet, in both themes', () => {
  const css = sheet({ accentColour: '#8a2b1e', paper: 'cream', textWidth: 'wide' });
  expect(css).toContain('--accent:#8a2b1e');
  expect(css).toContain('--measure:46rem');
  expect(css.match(/--paper:#[0-9a-f]{6}/g)).toHaveLength(3);
  expect(css).toContain("html:root[data-theme='dark']{");
  expect(css).not.toContain('--accent-hue');
});

test('what is not offered is refused, and unreadable settings fall back', () => {
  expect(looksShape.safeParse({ ...looksOf(defaultSettings), frontLayout: 'carousel' }).success).toBe(false);
  expect(looksShape.parse({ ...looksOf(defaultSettings), accentColour: 'ABC' }).accentColour).toBe('#aabbcc');
  expect(settingsSchema.parse({ ...defaultSettings, fontPair: 'comic', accentColour: 'red' })).toMatchObject({
    fontPair: 'source',
    accentColour: '',
  });
});
