import { expect, test } from 'vitest';
import { comparableTitles } from './comparable-titles';

test.each([
  ['It’s all about anchors', ['it s all about anchors']],
  ['It&#8217;s <em>all</em> about ANCHORS!', ['it s all about anchors']],
  ['Rope &amp;amp; chain', ['rope chain']],
  ['Low tide – The harbour – News', ['low tide the harbour news', 'low tide the harbour']],
  ['Low tide | The harbour', ['low tide the harbour', 'low tide']],
  ['Semi-fast boats', ['semi fast boats']],
  ['…', []],
  ['', []],
])('%s', (title, forms) => expect(comparableTitles(title)).toEqual(forms));
