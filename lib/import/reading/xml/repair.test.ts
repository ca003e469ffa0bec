import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Repairer } from './repair';

function repaired(text: string, chunk = text.length || 1) {
  const repairer = new Repairer();
  let out = '';
  for (let at = 0; at < text.length; at += chunk) out += repairer.write(text.slice(at, at + chunk));
  return { out: out + repairer.end(), repairs: repairer.repairs };
}

test('a raw ampersand becomes text, a reference stays one', () => {
  const { out, repairs } = repaired('<link>https://example.test/?a=1&b=2&amp;c=3&#38;d</link>');
  expect(out).toBe('<link>https://example.test/?a=1&amp;b=2&amp;c=3&#38;d</link>');
  expect(repairs.ampersands).toBe(1);
});

test('attributes without quotes get them, whatever else is in the tag', () => {
  const { out, repairs } = repaired(
    '<post dsq:id=12 a="x=1 y=2" b=\'c=3\' link=https://e.test/?a=1&b=2><p c=d/></post>',
  );
  expect(out).toBe('<post dsq:id="12" a="x=1 y=2" b=\'c=3\' link="https://e.test/?a=1&amp;b=2"><p c="d"/></post>');
  expect(repairs).toMatchObject({ attributes: 3, ampersands: 1 });
});

test('ampersands inside CDATA and comments are left alone', () => {
  const text = '<a><!-- Tom & Ann --><![CDATA[Tom & Ann]]></a>';
  expect(repaired(text).out).toBe(text);
});

test('a CDATA end inside the text is kept as text', () => {
  const { out, repairs } = repaired('<body><![CDATA[if (a[b[0]]>1) {} <p>more</p>]]></body>');
  expect(out).toBe('<body><![CDATA[if (a[b[0]]]]><![CDATA[>1) {} <p>more</p>]]></body>');
  expect(repairs.cdataEnds).toBe(1);
});

test('leaves a CDATA end alone that is split correctly', () => {
  const text = '<body><![CDATA[a]]]]><![CDATA[>b]]></body>';
  expect(repaired(text).out).toBe(text);
});

test('removes control characters and everything before the prolog', () => {
  const { out, repairs } = repaired('\n PHP Warning: late\n<?xml version="1.0"?><a>x\u0007y&#8;</a>');
  expect(out).toBe('<?xml version="1.0"?><a>xy</a>');
  expect(repairs).toMatchObject({ strayStart: 20, controlCharacters: 2 });
});

test('names the first lines of what it repaired', () => {
  const { repairs } = repaired('<a>\n\u0001\n\u0002\u0003 & \n<b c=d>&#1;</b>\n\u0004\n\u0005</a>');
  expect(repairs.lines).toEqual({
    controlCharacters: expect.arrayContaining([2, 3]) as number[],
    ampersands: [3],
    attributes: [4],
    cdataEnds: [],
  });
});

test('the size of the chunks changes nothing', () => {
  const parts = fc.constantFrom(
    '<a>',
    '</a>',
    '<![CDATA[',
    ']]>',
    '&',
    '&amp;',
    '&#9;',
    'text ',
    '<!-- & -->',
    '\u0001',
    '<b x="1&2">',
    '<c d=1 e="f=2" g=h>',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 40 }), fc.integer({ min: 1, max: 50 }), (list, chunk) => {
      const text = list.join('');
      expect(repaired(text, chunk)).toEqual(repaired(text));
    }),
  );
});
