// Prints the metrics that make the fallback fonts match ours (lib/settings/fonts.ts, app/fonts.css). Run it when a font
// changes.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const packages = 'node_modules/@fontsource-variable';
const text = 'It was the harbour master who first noticed that the tide tables no longer agreed with the tide. '.repeat(
  3,
);
const fonts = [
  { name: 'source-serif-4', like: 'Liberation Serif', bold: 600, hasItalic: true },
  { name: 'literata', like: 'Liberation Serif', bold: 650, hasItalic: true },
  { name: 'playfair-display', like: 'Liberation Serif', bold: 700, hasItalic: false },
  { name: 'libre-franklin', like: 'Liberation Sans', bold: 600, hasItalic: false },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
for (const { name, like, bold, hasItalic } of fonts) {
  const upright = [400, bold].map((weight) => ({ style: 'normal', weight }));
  for (const face of [...upright, ...(hasItalic ? [{ style: 'italic', weight: 400 }] : [])]) {
    const { ratio, ascent, descent } = await measure(name, like, face);
    const percent = (value) => `${(value * 100).toFixed(2)}%`;
    process.stdout.write(
      `${name} ${face.style} ${face.weight}: size-adjust ${percent(ratio)}; ascent-override ${percent(ascent / ratio)}; descent-override ${percent(descent / ratio)}\n`,
    );
  }
}
await browser.close();

async function measure(name, like, { style, weight }) {
  const file = readFileSync(`${packages}/${name}/files/${name}-latin-wght-${style}.woff2`).toString('base64');
  await page.setContent(
    `<style>@font-face { font-family: ours; font-style: ${style}; font-weight: 100 900; src: url(data:font/woff2;base64,${file}) }</style>`,
  );
  return page.evaluate(
    async ([font, sample, local]) => {
      await document.fonts.load(`${font} 100px ours`);
      const context = document.createElement('canvas').getContext('2d');
      const measured = (family) => {
        context.font = `${font} 1000px ${family}`;
        return context.measureText(sample);
      };
      const ours = measured('ours');
      return {
        ratio: ours.width / measured(`"${local}"`).width,
        ascent: ours.fontBoundingBoxAscent / 1000,
        descent: ours.fontBoundingBoxDescent / 1000,
      };
    },
    [`${style} ${weight}`, text, like],
  );
}
