import { expect, test } from 'vitest';
import { shorten } from '@/scripts/shortening';
import { slotRuntime } from './slot-runtime';
import { slotChooser } from './slot-chooser';
import { inlineScript, inlineTexts } from './inline-script';

test('a script without a short form is carried as it is, and known to the build', () => {
  const text = '(function only(here) { return here })(1)';

  expect(inlineScript(text)).toBe(text);
  expect(inlineTexts()).toContain(text);
});

test('a short form does the same, and ends no script of the page', () => {
  const short = shorten('(function(text) { const longName = "</script>" + text; /* why */ return longName })("x")');

  expect(new Function(`return ${short}`)()).toBe('</script>x');
  expect(short).not.toMatch(/<\/script|longName|why/);
  for (const script of [slotChooser, slotRuntime]) expect(() => new Function(shorten(script))).not.toThrow();
});
