import { expect, test } from 'vitest';
import { entryWith } from '../../entries/entry';
import { htmlOfText } from './bodies';
import { withComponents } from './components';
import type { Generator } from './layout';
import { withLiquid } from './liquid';
import { withShortcodes } from './shortcodes';

const notes: string[] = [];
const htmlOf = (text: string, generator: Generator = 'hugo', path = 'a.md') => {
  notes.length = 0;
  const entry = entryWith({ sourceId: 'a', where: 'a', title: 'T', text, path });
  const linkTo = (name: string) => (name.includes('boat') ? '/2021/boat/' : null);
  return htmlOfText(entry, { generator, linkTo, root: 'https://old.example', note: (why) => notes.push(why) });
};

test('shortcodes that are known become what they show', () => {
  expect(htmlOf('{{< youtube id="abc_123" >}}')).toContain(
    '<iframe src="https&#58;//www.youtube.com/watch?v=abc&#95;123"></iframe>',
  );
  expect(htmlOf('{{< gist ann 12ab >}}')).toContain('gist.github.com/ann/12ab');
  expect(htmlOf('{{< figure src="/a.jpg" caption="A <b>" >}}')).toContain('<figcaption>A &#60;b&#62;</figcaption>');
  expect(htmlOf('[x]({{< ref "boat.md" >}})')).toBe('<p><a href="/2021/boat/">x</a></p>');
  expect(htmlOf('{{< highlight go >}}\na < b\n\nc\n{{< /highlight >}}')).toContain(
    '<pre><code class="language-go">a &#60; b\n\nc</code></pre>',
  );
  expect(notes).toEqual([]);
});

test('a shortcode that is not known stays visible and is noted; its text stays', () => {
  expect(htmlOf('{{< chart type="pie" >}} and {{% notice %}}**Mind**{{% /notice %}}')).toContain(
    '<strong>Mind</strong>',
  );
  expect(htmlOf('{{< chart type="pie" >}}')).toContain('<code>{{&lt; chart type=&quot;pie&quot; &gt;}}</code>');
  expect(notes).toEqual([expect.stringContaining('chart')]);
});

test('tags in code and tags that are written to be shown stay as they are', () => {
  expect(htmlOf('```\n{{< youtube x >}}\n```')).toContain('{{&lt; youtube x &gt;}}');
  expect(htmlOf('`{{</* youtube x */>}}`')).toContain('{{&lt; youtube x &gt;}}');
  expect(htmlOf('{{</* youtube x */>}}')).not.toContain('iframe');
  expect(htmlOf('{% include a.html %}')).toContain('{% include a.html %}');
  expect(notes).toEqual([]);
});

test('Liquid is read where the generator has it', () => {
  const html = htmlOf(
    '{% highlight ruby linenos %}\nputs 1\n{% endhighlight %}\n\n[b]({% post_url 2021-03-04-boat %}) ![i]({{ "/img/a.jpg" | relative_url }}) [c]({{ site.baseurl }}/c/)\n\n{% raw %}{{ x }}{% endraw %}\n\n{% include youtube.html id="abc" %}\n\n{% include box.html %}\n\n{: .note }\n## H {#h}',
    'jekyll',
  );
  expect(html).toContain('<code class="language-ruby">puts 1</code>');
  expect(html).toContain('<a href="/2021/boat/">b</a> <img src="/img/a.jpg" alt="i" /> <a href="/c/">c</a>');
  expect(html).toContain('<p>{{ x }}</p>');
  expect(html).toContain('youtube.com/watch?v=abc');
  expect(html).toContain('<h2>H</h2>');
  expect(notes).toEqual([expect.stringContaining('include box.html')]);
});

test('an HTML file is no Markdown', () => {
  expect(htmlOf('<p>* a_b_c</p>', 'jekyll', 'a.html')).toBe('<p>* a_b_c</p>');
});

test('components become what they show, and of others the words stay', () => {
  const html = htmlOf(
    "import Image from '../Image.astro';\nimport boat from './boat.jpg';\n\n<Image src={boat} alt=\"A boat\" />\n\n<Callout>\n\nMind *this*.\n\n</Callout>\n\n```js\nimport x from 'y';\n```",
    'astro',
    'a.mdx',
  );
  expect(html).toContain('<img src="./boat.jpg" alt="A boat">');
  expect(html).toContain('Mind <em>this</em>.');
  expect(html).toContain("import x from 'y';");
  expect(html).not.toContain('Image.astro');
  expect(notes).toEqual([expect.stringContaining('Callout')]);
});

test.each(['{{<', '{% ', '{{ a', '<A ', '`', '` `` ', '{:', '{{< a >}}', '{% a %}', '<A/>', '{% raw %}'])(
  'a text of nothing but "%s" takes no longer than reading it',
  (mark) => {
    const text = mark.repeat(200_000 / mark.length);
    const context = { linkTo: () => null, onUnknown: () => {}, root: '', title: '' };
    const began = performance.now();
    withShortcodes(text, context);
    withLiquid(text, context);
    withComponents(text, context);
    expect(performance.now() - began).toBeLessThan(8_000);
  },
);
