import fc from 'fast-check';
import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, test } from 'vitest';
import { cleanText, MAX_COMMENT_LENGTH } from './comment';
import { safeHref } from './html';
import { renderImportedHtml } from './imported-html';
import { renderMarkdown } from './rendering';

const allowed = new Set('p em strong del code pre blockquote ul ol li a br'.split(' '));

type Element = DefaultTreeAdapterTypes.Element;

/** Everything in this HTML that a browser would make an element of, with its attributes. */
function elementsIn(text: string): Element[] {
  const found: Element[] = [];
  const open: DefaultTreeAdapterTypes.ChildNode[] = [...parseFragment(text).childNodes];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.nodeName.startsWith('#') && node.nodeName !== '#text') throw new Error(`A ${node.nodeName} came out.`);
    if ('tagName' in node) found.push(node);
    if ('childNodes' in node) open.push(...node.childNodes);
  }
  return found;
}

/** What in this HTML is not on the list, in words; empty when all is well. */
function harmIn(text: string): string[] {
  return elementsIn(text).flatMap(({ tagName, attrs }) => {
    const properties = Object.fromEntries(attrs.map(({ name, value }) => [name, value]));
    const attributes = Object.keys(properties).sort().join(' ');
    if (!allowed.has(tagName)) return [`<${tagName}>`];
    const number = { ol: 'start', li: 'value' }[tagName];
    if (number !== undefined && attributes === number && /^\d{1,10}$/.test(properties[number] ?? '')) return [];
    if (attributes !== (tagName === 'a' ? 'href rel' : '')) return [`<${tagName} ${attributes}>`];
    if (tagName !== 'a') return [];
    const isSafe = /^(https?:\/\/|mailto:)/.test(String(properties.href));
    const isMarked = properties.rel === 'ugc nofollow noopener';
    return isSafe && isMarked ? [] : [JSON.stringify(properties)];
  });
}

// Our own collection: what attackers type into comment forms.
const payloads = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<template><script>alert(1)</script></template>',
  '<xmp><p title="</xmp><img src onerror=alert(1)>">',
  '<textarea></textarea><script>alert(1)</script>',
  '<iframe srcdoc="<script>alert(1)</script>"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<a href="java&#10;script:alert(1)">x</a>',
  '<a href="&#x6A;avascript:alert(1)">x</a>',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  '<a href="https://ok.example" onclick="alert(1)" style="position:fixed" target="_top">x</a>',
  '<form action="/account"><button>Win</button></form>',
  '<base href="https://evil.example/">',
  '<meta http-equiv="refresh" content="0;url=https://evil.example">',
  '<link rel="stylesheet" href="https://evil.example/x.css">',
  '<p id="comments-heading" class="button" name="body">x</p>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](<java\nscript:alert(1)>)',
  '[x](&#106;avascript:alert(1))',
  '[x](vbscript:msgbox(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/a)',
  '[x](https://a.example/"onmouseover="alert(1))',
  "[x](https://a.example/'onmouseover='alert(1))",
  '[x](https://a.example "title\\" onmouseover=alert(1)")',
  '![x" onerror="alert(1)](https://a.example/x.png)',
  '![x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '<https://a.example/<script>>',
  '[a]: javascript:alert(1)\n\n[a]',
  '[![x](https://a.example/i.png)](https://b.example)',
  '`<script>`</code></pre><script>alert(1)</script>',
  '```"><script>\n</code></pre><script>alert(1)</script>\n```',
  '~~~html onload=alert(1)\n<img src=x onerror=alert(1)>\n~~~',
  '&lt;script&gt;alert(1)&lt;/script&gt;',
  '&#60;script&#62;alert(1)&#60;/script&#62;',
  '\u202Egnp.exe https://a.example/\u202Efdp.exe',
  '<scr\u0000ipt>alert(1)</scr\u0000ipt>',
  '<!--><script>alert(1)</script>-->',
  '<![CDATA[<script>alert(1)</script>]]>',
  '<?xml version="1.0"?><script>alert(1)</script>',
  '\uD800<script>alert(1)</script>',
  'https://a.example/?q=<script>alert(1)</script>',
  'https://user:password@evil.example/login',
  'https://bank.example@evil.example/',
  'www.a.example"onmouseover="alert(1)',
  'a"onmouseover="alert(1)@evil.example',
  `${'<b>'.repeat(3000)}x`,
  `${'> '.repeat(3000)}x`,
  `${'*'.repeat(4000)}x${'*'.repeat(4000)}`,
];

describe('whatever is typed', () => {
  test.each(payloads)('renders %j without effect', (payload) => {
    expect(harmIn(renderMarkdown(cleanText(payload)).html)).toEqual([]);
    expect(harmIn(renderImportedHtml(payload).html)).toEqual([]);
  });

  const fragment = fc.oneof(
    fc.constantFrom(...payloads.filter((payload) => payload.length < 200)),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(
      '*',
      '**',
      '_',
      '~~',
      '`',
      '```\n',
      '> ',
      '- ',
      '1. ',
      '1986. ',
      '[1]: https://a.example/\n',
      '~',
      '「',
      '# ',
      '[',
      '](',
      ')',
      '<',
      '>',
      '&',
      '\n',
      '\n\n',
      '"',
      "'",
      '\\',
      'www.',
      'https://',
      '@',
    ),
  );
  const typed = fc
    .array(fragment, { maxLength: 30 })
    .map((parts) => cleanText(parts.join('').slice(0, MAX_COMMENT_LENGTH)));

  test('outputs only what the allow-list has', () => {
    fc.assert(
      fc.property(typed, (text) => {
        expect(harmIn(renderMarkdown(text).html)).toEqual([]);
        expect(harmIn(renderImportedHtml(text).html)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  test('the output is stable: parsing and serialising it again changes nothing', () => {
    const again = (text: string) => serialize(parseFragment(text));
    fc.assert(
      fc.property(typed, (text) => {
        const once = again(renderMarkdown(text).html);
        expect(again(once)).toBe(once);
        expect(elementsIn(once).map((element) => element.tagName)).toEqual(
          elementsIn(renderMarkdown(text).html).map((element) => element.tagName),
        );
      }),
      { numRuns: 150 },
    );
  }, 60_000);

  const unit = fc.oneof(fc.integer({ min: 0, max: 0xffff }), fc.integer({ min: 0, max: 0xff }));
  const anyText = fc.array(unit).map((units) => String.fromCharCode(...units));

  test('sanitising twice changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(cleanText(cleanText(text))).toBe(cleanText(text));
        expect(cleanText(text)).not.toMatch(/(?![\n\t])[\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      }),
    );
  });
});

describe('Markdown', () => {
  test.each([
    ['plain words', '<p>plain words</p>'],
    ['*a* **b** ~~c~~ `d`', '<p><em>a</em> <strong>b</strong> <del>c</del> <code>d</code></p>'],
    ['one\ntwo', '<p>one<br>\ntwo</p>'],
    ['# Loud', '<p><strong>Loud</strong></p>'],
    ['> said', '<blockquote><p>said</p></blockquote>'],
    ['- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['1. a\n2. b', '<ol><li>a</li><li>b</li></ol>'],
    ['```js\nif (a < b) {}\n```', '<pre><code>if (a &lt; b) {}</code></pre>'],
    ['<b>bold?</b>', '<p>&lt;b&gt;bold?&lt;/b&gt;</p>'],
    ['***', '<p>* * *</p>'],
  ])('%j', (text, expected) => {
    expect(renderMarkdown(text).html).toBe(expected);
  });

  const link = (href: string, text: string) => `<p><a href="${href}" rel="ugc nofollow noopener">${text}</a></p>`;

  test.each([
    ['[the quay](https://quay.example/a)', link('https://quay.example/a', 'the quay')],
    ['https://quay.example/a', link('https://quay.example/a', 'https://quay.example/a')],
    [`https://quay.example/${'a'.repeat(80)}`, link(`https://quay.example/${'a'.repeat(80)}`, 'quay.example/…')],
    ['harbour@quay.example', link('mailto:harbour@quay.example', 'harbour@quay.example')],
    ['![a gull](https://quay.example/g.png)', link('https://quay.example/g.png', 'a gull')],
    [
      '[https://bank.example](https://evil.example)',
      link('https://evil.example/', 'https://bank.example (evil.example)'),
    ],
    ['[x](https://bank.example@evil.example/)', link('https://evil.example/', 'x')],
    ['<https://quаy.example/>', link('https://xn--quy-7cd.example/', 'xn--quy-7cd.example/…')],
  ])('%j', (text, expected) => {
    expect(renderMarkdown(text)).toEqual({ html: expected, links: 1 });
  });

  test('counts links in every notation', () => {
    const text =
      'https://a.example [b](https://b.example) [c]\n\n![d](https://d.example/d.png)\n\n[c]: https://c.example';
    expect(renderMarkdown(text).links).toBe(4);
  });

  test('an address is dropped, or stays the same in a second run', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.webUrl(),
          fc.string(),
          fc.emailAddress().map((mail) => `mailto:${mail}`),
        ),
        (address) => {
          const href = safeHref(address);
          expect(href === null || safeHref(href) === href).toBe(true);
        },
      ),
    );
  }, 60_000);
});

describe('text made to be slow', () => {
  const filled = (unit: string) =>
    unit.repeat(Math.ceil(MAX_COMMENT_LENGTH / unit.length)).slice(0, MAX_COMMENT_LENGTH);
  const few = (unit: string, count: number) => unit.repeat(count).padEnd(MAX_COMMENT_LENGTH, 'word ');
  const slow: Record<string, string> = {
    quotes: filled('> '),
    brackets: filled('['),
    'open links': filled('[a]('),
    emphasis: filled('*a_ '),
    'nested emphasis': `${'*'.repeat(5000)}a${'*'.repeat(4999)}`,
    'code marks': Array.from({ length: 140 }, (_, index) => '`'.repeat(index))
      .join('a')
      .slice(0, MAX_COMMENT_LENGTH),
    'definition lines': filled('[a]: b\n'),
    'underlined headings': filled('a\n=\n'),
    'lazy quotes': filled('> a\nb\n'),
    'nested lists': Array.from({ length: 140 }, (_, index) => `${' '.repeat(index * 2)}- a`)
      .join('\n')
      .slice(0, MAX_COMMENT_LENGTH),
    paragraphs: filled('a\n\n'),
    spaces: `a${' '.repeat(MAX_COMMENT_LENGTH - 2)}b`,
    'as many brackets as may be': few('[', 100),
    'as much emphasis as may be': few('*a_ ', 60),
    'as many tags as may be': few('<a b="', 300),
    'as many addresses as may be': few('a@b.c ', 300),
    'as many CJK marks as may be': few('**「a」**あ', 60),
    'as many sources as may be': filled('[a]: https://a.example\n\n'),
    'as many numbers as may be': Array.from({ length: 400 }, (_, index) => `${index * 7}. a`).join('\n'),
    'as many lines as may be': 'a\n'.repeat(500).padEnd(MAX_COMMENT_LENGTH, 'a '),
  };

  // Time of this process's own, and the best of several runs: what the text costs, not what else the machine is doing.
  test.each(Object.keys(slow))('%s', (name) => {
    const text = cleanText(slow[name]!);
    const costs = Array.from({ length: 8 }, () => {
      const before = process.cpuUsage();
      renderMarkdown(text);
      return process.cpuUsage(before).user / 1000;
    });
    expect(Math.min(...costs)).toBeLessThan(100);
  });

  test('imported blanks and tags', () => {
    const blank = ' \n'.repeat(50_000);
    const before = process.cpuUsage();
    renderImportedHtml(`a${blank}b<br>${blank}`);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(1_000);
  });

  test.each(['<div>', '<b>', '<blockquote>', '<a href="https://a.example">', '<ul><li>', '<b><p>', '<svg>', '<table>'])(
    'a hundred thousand %s, one in the other',
    (tag) => {
      const { html: made } = renderImportedHtml(`${tag.repeat(100_000 / tag.match(/</g)!.length)}end`);
      expect(harmIn(made)).toEqual([]);
      expect(renderImportedHtml(`${tag.repeat(100)}end`).html).toMatch(tag === '<svg>' ? /^$/ : /end/);
    },
  );
});
