import { expect, test } from 'vitest';
import { htmlForFeeds } from '@/lib/feeds/html-for-feeds';
import { sanitiseBody } from '@/lib/html/sanitising';
import { translatorOf } from '@/lib/i18n/translator';
import { withLabels } from './label-marks';
import { renderBody } from './rendering';

const render = (html: string, options = {}) => renderBody(sanitiseBody(html), options);

function shown(html: string, options = {}) {
  const body = render(html, options);
  return { ...body, html: withLabels(body.html, translatorOf('en')) };
}

test('a note can be shown beside the text: its copy has no id twice, and is neither text nor in feeds', () => {
  const { html, text, wordCount } = shown(
    '<p>a<span data-footnote>see <em id="x">one</em> <a href="https://x.test/">there</a></span> b</p>',
    { siteHost: 'us.test' },
  );

  const popover = /<div popover="" id="fnp-1" class="note">.*?<\/button><\/div>/.exec(html)?.[0];
  expect(popover).toBe(
    '<div popover="" id="fnp-1" class="note"><div>see <em>one</em> <a href="https://x.test/" rel="noopener">there</a></div><button type="button" popovertarget="fnp-1" popovertargetaction="hide" aria-label="Close the note">×</button></div>',
  );
  expect(html.match(/id="c-x"/g)).toHaveLength(1);
  expect([text, wordCount]).toEqual(['a b\n\nsee one there', 5]);
  const feed = htmlForFeeds(html, 'https://us.test/post');
  expect(feed).toContain('<a href="https://us.test/post#fn-1" aria-label="Note 1">1</a></sup>');
  expect(feed).not.toMatch(/<button|popover/);
});

test.each([
  ['en', 'Notes', 'Note 1', 'Done', 'Table', 'Open on Vimeo', 'Image: a.jpg'],
  ['de-AT', 'Anmerkungen', 'Anmerkung 1', 'Erledigt', 'Tabelle', 'Auf Vimeo öffnen', 'Bild: a.jpg'],
  ['ja', '注', '注 1', '完了', '表', 'Vimeo で開く', '画像：a.jpg'],
])('one stored rendering has its labels in the language of the site: %s', (language, ...words) => {
  const { html, text } = render(
    '<p>a<span data-footnote>b</span></p><ul data-type="taskList"><li data-checked="true">c</li></ul><table><tr><td>d</td></tr></table><iframe src="https://vimeo.com/123456"></iframe><p><img src="https://x.test/a.jpg"></p>',
  );
  const read = withLabels(html, translatorOf(language));

  for (const word of words) expect(read).toContain(word);
  expect(read + text).not.toMatch(/[\uE010\uE011]/);
});

test.each(['constructor:x', '__proto__:x', 'nothing:x', 'image:x'])('an author cannot write a label: %s', (words) => {
  expect(shown(`<p>\uE010${words}\uE011</p>`).html).toBe(`<p>${words}</p>`);
});

test('a label that was forged in two places ends no attribute', () => {
  const { html } = shown('<p><em title="\uE010table:">\uE011" onclick="x</em></p>');

  expect(html).toBe('<p><em title="table:">" onclick="x</em></p>');
  // What was stored otherwise is not read as one, either.
  expect(withLabels('<em title="\uE010table:">\uE011" onclick="x</em>', translatorOf('en'))).toContain(
    'title="\uE010table:">',
  );
});
