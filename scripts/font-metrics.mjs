// Prints the metrics that make the fallback fonts in app/fonts.css match Source Serif 4. Run it when the font changes.
import { readFileSync } from 'node:fs';
import { chromium } from '@playwright/test';

const folder = 'node_modules/@fontsource-variable/source-serif-4/files';
const vertical = { ascent: 1.036, descent: 0.335 };
const text = 'It was the harbour master who first noticed that the tide tables no longer agreed with the tide. '.repeat(
  3,
);
const faces = [
  { style: 'normal', weight: 400 },
  { style: 'normal', weight: 600 },
  { style: 'italic', weight: 400 },
];

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox'],
});
const page = await browser.newPage();
const data = (style) => readFileSync(`${folder}/source-serif-4-latin-wght-${style}.woff2`).toString('base64');
await page.setContent(`<style>
  @font-face { font-family: ours; font-weight: 200 900; src: url(data:font/woff2;base64,${data('normal')}) }
  @font-face { font-family: ours; font-style: italic; font-weight: 200 900; src: url(data:font/woff2;base64,${data('italic')}) }
</style>`);
for (const { style, weight } of faces) {
  const ratio = await page.evaluate(
    async ([font, sample]) => {
      await document.fonts.load(`${font} 100px ours`);
      const context = document.createElement('canvas').getContext('2d');
      const width = (family) => {
        context.font = `${font} 100px ${family}`;
        return context.measureText(sample).width;
      };
      return width('ours') / width('"Liberation Serif", "Times New Roman"');
    },
    [`${style} ${weight}`, text],
  );
  const percent = (value) => `${(value * 100).toFixed(2)}%`;
  console.log(
    `${style} ${weight}: size-adjust ${percent(ratio)}; ascent-override ${percent(vertical.ascent / ratio)}; descent-override ${percent(vertical.descent / ratio)}`,
  );
}
await browser.close();
