import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { differenceOf } from './difference';
import { findPassage, followPassages, replacePassage } from './passage';

const passage = (quote: string, prefix = '', suffix = '') => ({ quote, prefix, suffix });
const html = (body: string, ...of: [quote: string, replacement: string, prefix?: string, suffix?: string]) => {
  const [quote, replacement, prefix, suffix] = of;
  const replaced = replacePassage(body, passage(quote, prefix, suffix), replacement);
  return typeof replaced === 'string' ? replaced : replaced.html;
};

test.each([
  ['<p>The ferry sails at nine.</p>', 'sails at nine', 'sails at ten', '<p>The ferry sails at ten.</p>'],
  [
    '<p>The <a href="/f">ferry</a> sails <em>at nine</em>.</p>',
    'The ferry sails at nine.',
    'The ferry sails at ten.',
    '<p>The <a href="/f">ferry</a> sails <em>at ten</em>.</p>',
  ],
  ['<p>It has four\n masts.</p>', 'four masts', 'three masts', '<p>It has three\n masts.</p>'],
  ['<p>A <b>big</b> boat.</p>', 'A big boat.', 'A small boat.', '<p>A <b>small</b> boat.</p>'],
  ['<p>A <b>big old</b> <i>grey</i> boat.</p>', 'big old grey boat', 'new boat', '<p>A <b>new</b><i></i> boat.</p>'],
  ['<p>It sailed.</p>', 'It sailed', 'It never sailed', '<p>It never sailed.</p>'],
  ['<p>It never sailed.</p>', 'never sailed', 'sailed', '<p>It sailed.</p>'],
  [
    '<ul><li>one</li><li>two &amp; a half</li></ul>',
    'two & a',
    'two < a',
    '<ul><li>one</li><li>two &lt; a half</li></ul>',
  ],
  ['<p>one<br>two</p>', 'one two', 'one three', '<p>one<br>three</p>'],
])('%s: “%s” becomes “%s”', (body, quote, replacement, expected) => {
  expect(html(body, quote, replacement)).toBe(expected);
});

test('what is not in one paragraph has no place', () => {
  const body = '<p>One.</p><p>Two.</p>';
  for (const quote of ['Three', 'One. Two.', ' ', '']) expect(html(body, quote, 'x')).toBe('missing');
});

test('what stands in several places needs the words around it', () => {
  const body = '<p>the red boat</p><p>the blue boat</p>';
  expect(html(body, 'boat', 'ship')).toBe('ambiguous');
  expect(html(body, 'boat', 'ship', 'the blue ')).toBe('<p>the red boat</p><p>the blue ship</p>');
  expect(html('<p>a b a c</p>', 'a', 'x', '', ' c')).toBe('<p>a b x c</p>');
});

test('a passage is found as it stands, with what surrounds it', () => {
  const found = findPassage('<p>One  fine <em>day</em> in May.</p>', passage('fine\nday'));
  expect(found).toEqual({ quote: 'fine day', prefix: 'One ', suffix: ' in May.' });
});

test('a replacement is text, whatever it looks like', () => {
  expect(html('<p>One</p>', 'One', '<script>x</script>')).toBe('<p>&lt;script&gt;x&lt;/script&gt;</p>');
});

test('a difference begins and ends with whole words', () => {
  expect(differenceOf('sails at nine sharp', 'sails at noon sharp')).toEqual({
    before: 'sails at ',
    removed: 'nine',
    added: 'noon',
    after: ' sharp',
  });
  expect(differenceOf('same', 'same')).toMatchObject({ removed: '', added: '' });
});

test('a long article is searched at once', () => {
  const body = `<p>${'aaaaaaaaab '.repeat(20_000)}</p><p>the end</p>`;
  const started = performance.now();
  expect(html(body, 'the end', 'the beginning')).toMatch(/the beginning<\/p>$/);
  expect(performance.now() - started).toBeLessThan(3_000);
});

test.each([
  ['it moved', '<p>New.</p><p>One fine day in May.</p>', 'fine day'],
  ['it was changed', '<p>One rainy night in May.</p>', 'rainy night'],
  ['what stands before it was changed', '<p>A fine day in May.</p>', 'fine day'],
  ['it went', '<p>One in May.</p>', 'missing'],
  ['its paragraph went', '<p>Nothing.</p>', 'missing'],
])('a passage is followed when %s', (_, body, expected) => {
  const [found] = followPassages(body, [passage('fine day', 'One ', ' in May.')]);
  expect(typeof found === 'string' ? found : found?.quote).toBe(expected);
});

test('a paragraph that is a passage is followed while most of it stays', () => {
  const quote = 'The ferry sails at nine every day of the week.';
  const [changed, other] = followPassages('<p>The ferry sails at ten every day of the week.</p>', [
    passage(quote),
    passage('The bus leaves at noon on every working day.'),
  ]);
  expect(changed).toEqual(passage('The ferry sails at ten every day of the week.'));
  expect(other).toBe('missing');
});

test('many passages of a long article are followed within a second', () => {
  const body = Array.from({ length: 2_000 }, (_, at) => `<p>The ferry number ${at} sails at nine o’clock.</p>`).join(
    '',
  );
  const passages = Array.from({ length: 100 }, (_, at) => passage(`The bus number ${at} leaves.`, 'Xylophone ', ' Z.'));
  const time = startProcessorTime();
  expect(followPassages(body, passages).every((found) => found === 'missing')).toBe(true);
  expect(time()).toBeLessThan(1_000);
});
