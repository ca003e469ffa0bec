import { expect, test } from 'vitest';
import { accentColourOf, shadesOf, TEXT_CONTRAST } from './accent';
import { contrastOf, hexColour, oklchOf, readHex } from './colour';
import { paperNames, papers } from './papers';

const samples = ['#8a2b1e', '#ffd400', '#0057b8', '#000000', '#ffffff', '#39ff14', '#808080', '#ff00ff', '#00ffff'];

test('any colour can be read on every paper, in both themes, and what is written on it too', () => {
  for (const accentColour of samples) {
    for (const paper of paperNames) {
      const shades = shadesOf({ accentColour, accentHue: 25, paper });
      for (const theme of ['light', 'dark'] as const) {
        const { accent, hover, ink } = shades[theme];
        for (const ground of [papers[paper][theme].paper, papers[paper][theme].raised].map(hexColour)) {
          expect(contrastOf(accent, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
          expect(contrastOf(hover, ground)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
        }
        expect(contrastOf(ink, accent)).toBeGreaterThanOrEqual(TEXT_CONTRAST);
      }
    }
  }
});

test('the hue of before can be read as well', () => {
  for (let accentHue = 0; accentHue <= 360; accentHue += 15) {
    const { light, dark } = shadesOf({ accentColour: '', accentHue, paper: 'warm' });
    expect(light.chosenContrast).toBeGreaterThanOrEqual(TEXT_CONTRAST);
    expect(dark.chosenContrast).toBeGreaterThanOrEqual(TEXT_CONTRAST);
  }
});

test('a colour that can be read stays exact, and one that cannot is adjusted, of the same hue', () => {
  const { light, dark } = shadesOf({ accentColour: '#8a2b1e', accentHue: 0, paper: 'warm' });
  expect(light).toMatchObject({ accent: '#8a2b1e' });
  expect(dark.accent).not.toBe('#8a2b1e');
  expect(dark.chosenContrast).toBeLessThan(TEXT_CONTRAST);
  const yellow = shadesOf({ accentColour: '#ffd400', accentHue: 0, paper: 'warm' });
  expect(yellow.light.accent).not.toBe('#ffd400');
  expect(yellow.dark).toMatchObject({ accent: '#ffd400' });
  // It keeps its hue.
  expect(oklchOf(dark.accent).hue).toBeCloseTo(oklchOf('#8a2b1e').hue, -1);
});

test('ink, muted text and lines can be read on every paper', () => {
  const inks = {
    light: [0.235, 0.012, 60, 0.465, 0.014, 65, 0.6, 0.012, 70],
    dark: [0.915, 0.008, 80, 0.725, 0.012, 75, 0.56, 0.012, 70],
  };
  for (const paper of paperNames) {
    for (const theme of ['light', 'dark'] as const) {
      const [ink, muted, line] = [0, 3, 6].map((at) => {
        const [lightness = 0, chroma = 0, hue = 0] = inks[theme].slice(at);
        return hexColour({ lightness, chroma, hue });
      }) as [string, string, string];
      for (const ground of [papers[paper][theme].paper, papers[paper][theme].raised].map(hexColour)) {
        expect(contrastOf(ink, ground)).toBeGreaterThanOrEqual(7);
        expect(contrastOf(muted, ground)).toBeGreaterThanOrEqual(4.5);
        expect(contrastOf(line, ground)).toBeGreaterThanOrEqual(3);
      }
    }
  }
});

test('a colour is read as people write it', () => {
  expect(readHex(' #A1B2C3 ')).toBe('#a1b2c3');
  expect(readHex('abc')).toBe('#aabbcc');
  expect(readHex('red')).toBe(null);
  expect(readHex('#12345')).toBe(null);
  expect(accentColourOf({ accentColour: '', accentHue: 25 })).toMatch(/^#[0-9a-f]{6}$/);
  expect(accentColourOf({ accentColour: '#123456', accentHue: 25 })).toBe('#123456');
});
