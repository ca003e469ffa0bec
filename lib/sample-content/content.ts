import { importers, importLabelsIn } from '@/lib/import/importers/registry';

const [importer] = importers;

/** Shows what an article can contain; our own writing, moved to trash with one action. */
export type SamplePostContent = {
  type: 'post' | 'page';
  slug: string;
  title: string;
  subtitle: string;
  excerpt: string;
  tags: string[];
  /** How long before the first start it was published. */
  hoursAgo: number;
  isPinned?: boolean;
  hasCover?: boolean;
  body: string;
};

export const sampleTagline = 'A blog in working order';

export const sampleCover = {
  fileName: 'harbour.webp',
  alt: 'A print in dark blue and red: a striped lighthouse on a stone mole, four small sailing boats on the water and a red sun over low hills.',
  caption: 'The harbour of a town that exists on this page alone.',
  credit: 'Masthead',
};

export const samplePosts: SamplePostContent[] = [
  {
    type: 'post',
    slug: 'the-ferry-that-waits',
    title: 'The ferry that waits',
    subtitle:
      'For sixty years the last boat has left five minutes late, and nobody on the quay would have it otherwise',
    excerpt: 'A sample article, to show what a page here can hold: images, quotes, lists, tables and code.',
    tags: ['Harbour', 'People'],
    hoursAgo: 2,
    hasCover: true,
    body: `<p>The timetable says a quarter past ten. The timetable has said so since the war, in the same enamel letters, screwed to the same post. And every evening at a quarter past ten the engine of the last ferry runs, the rope is off its bollard and lies in the deckhand’s fist, and the boat stays exactly where it is.</p>
<p>“Somebody is always still on the hill,” says the deckhand. He does not look at his watch. He looks up the steep street, where a bicycle lamp has just come round the bakery and is falling towards us much too fast.</p>
<h2>Five minutes, give or take</h2>
<p>Nobody ordered it. There is no circular, no agreement with the union, no line in the budget. What there is, in a drawer of the harbour office, is a letter from 1964 in which a schoolteacher thanks “the captain of the evening boat” for having <em>not</em> left, and a reply of one sentence:</p>
<blockquote><p>Madam, the sea was not in a hurry either.</p></blockquote>
<p>Since then the habit has outlived four captains, two boats and one consultant, who proposed to move the departure to twenty past ten. The council turned him down. If the boat left at twenty past, somebody explained, it would have to wait until twenty-five past.</p>
<h3>What it costs</h3>
<p>We asked the harbour office to do the sum. It did, on the back of a tide table:</p>
<table>
<thead><tr><th>Item</th><th>A year</th></tr></thead>
<tbody>
<tr><td>Diesel burned at the quay</td><td>410 litres</td></tr>
<tr><td>Overtime</td><td>30 hours</td></tr>
<tr><td>People who would have slept on the wrong side</td><td>about 900</td></tr>
</tbody>
</table>
<p>“Put the last line first,” said the harbour master, and went back to his coffee.</p>
<h2>How to miss it all the same</h2>
<p>It can be done. In the order in which it happens:</p>
<ol>
<li>Stop for a last look at the lighthouse.</li>
<li>Meet somebody you know.</li>
<li>Say “we have time, it always waits”.</li>
</ol>
<p>The bicycle has arrived. Its owner is out of breath and says nothing; she nods to the deckhand, and the deckhand lets go of the rope. It is ten twenty and a half. On the water the reflection of the town breaks up, slowly, from the bow outwards.</p>`,
  },
  {
    type: 'post',
    slug: 'your-first-hour',
    title: 'Your first hour with this site',
    subtitle: 'Set it up, write something, switch on what you need, and throw these pages away',
    excerpt: `What to do first: the set-up link, your first post, moving in from ${importLabelsIn('en')}, and how to remove the welcome pages.`,
    tags: ['Getting started'],
    hoursAgo: 5,
    isPinned: true,
    body: `<p>This is a working blog with a handful of sample pages in it. Nothing you see here is fixed, and none of it comes back once you have removed it.</p>
<h2>Make it yours</h2>
<p>The window in which you typed <code>npm start</code> shows a set-up link. Open it: it asks for the name of the site, its language and time zone, and makes your account as its owner. The link works once. If you have lost it, start again and a new one is printed, as long as there is no owner.</p>
<h2>Write</h2>
<p>Choose <strong>New post</strong> in the admin. The editor has a title, a subtitle if you want one, and the text. Type <kbd>/</kbd> for everything else, or use the Markdown you know:</p>
<ul>
<li><code>##</code> and a space makes a heading, <code>&gt;</code> a quote, <code>-</code> a list;</li>
<li>drop an image where it should stand, and say in a sentence what it shows;</li>
<li>paste an address on a line of its own to embed it.</li>
</ul>
<p>It saves by itself, also when the line is bad or the tab is closed. Readers see a post when you publish it, or at the second for which you schedule it.</p>
<h2>Move in</h2>
<p>A ${importer.words.export} comes in whole: posts, pages, authors, comments with their threads, and a redirect for every old address. Try a dry run first:</p>
<pre><code class="language-bash">npm run masthead -- import ${importer.id} export.xml --dry-run
npm run masthead -- import ${importer.id} export.xml</code></pre>
<p>What an import did can be undone, from the same page of the admin that shows its report.</p>
<h2>Throw these pages away</h2>
<p>Select the sample posts in the admin and move them to the trash. They share the tag <em>Getting started</em> or the name of a harbour.</p>`,
  },
  {
    type: 'post',
    slug: 'where-your-code-goes',
    title: 'Where your code goes',
    subtitle: 'The dashed boxes on these pages are slots; here is what they do and what they never do',
    excerpt:
      'Slots hold pasted code, an image or a few words. They keep their size, keep to themselves, and are gone when empty.',
    tags: ['Getting started'],
    hoursAgo: 26,
    body: `<p>The boxes with a dashed edge are slots. They are shown to everyone on this sample site, so that you can see where they are; in the settings you decide whether an empty slot is visible to anybody but you.</p>
<h2>Three things fit in</h2>
<dl>
<dt>Code</dt><dd>What a network gave you, byte for byte. It runs in a sandboxed frame: it cannot read your readers’ cookies, touch the page, or move anything on it.</dd>
<dt>An image</dt><dd>With a link and a sentence for those who cannot see it. No script, no third party.</dd>
<dt>A few words</dt><dd>A headline, a line of text, a link. Set in the type of the page.</dd>
</dl>
<h2>What you decide</h2>
<p>The size on desktop and mobile, the types of page, after how many paragraphs, how long an article must be, from when until when. Each save is a version, and the last one is a click away. A single post can go without.</p>
<h2>What it never does</h2>
<p>The room for a slot is kept from the first moment, so nothing jumps while you read. And a slot without anything in it is, for your readers, nothing at all.</p>`,
  },
  {
    type: 'post',
    slug: 'fog-a-users-guide',
    title: 'Fog: a user’s guide',
    subtitle: '',
    excerpt: 'Four kinds of fog, and what to do in each.',
    tags: ['Harbour', 'Weather'],
    hoursAgo: 75,
    body: `<p>Visitors speak of “the fog”, as though there were one. The harbour keeps four, and they are not interchangeable.</p>
<h2>Milk</h2>
<p>Comes at night, leaves by nine. You can hear the other side but not see it. Bread is delivered by voice.</p>
<h2>Wool</h2>
<p>Sits on the water up to the height of a deck; above it the masts stand in sunshine and look foolish. Children call it <em>boats without boats</em>.</p>
<h2>Glass</h2>
<p>So thin that everybody denies it. It is only noticed when the lighthouse, at noon, has a ring.</p>
<h2>The long one</h2>
<p>In November, for up to eleven days. The bell on the mole is rung by hand, by rota, and the rota is never short of names. You learn who your neighbours are by how they ring.</p>
<blockquote><p>Three slow, one quick, three slow: that is the chemist, and it means there is soup.</p></blockquote>`,
  },
  {
    type: 'page',
    slug: 'about',
    title: 'About',
    subtitle: '',
    excerpt: 'What this site is.',
    tags: [],
    hoursAgo: 80,
    body: `<p>This page says who writes here and why. At the moment nobody does: it is a sample, and the town in it was made up for the purpose.</p>
<p>Pages are like posts, with an address of their own and no place in the order of things. Write yours in the admin under <strong>Pages</strong>.</p>`,
  },
];

/** Comments under the post with a cover; `answers` is the index of an earlier one. */
export const sampleComments: { author: string; answers: number | null; hoursAgo: number; body: string }[] = [
  {
    author: 'A reader on the hill',
    answers: null,
    hoursAgo: 1.5,
    body: 'My grandmother always said she married him because the boat waited. *He* said he had been holding the rope.',
  },
  {
    author: 'Somebody from the other side',
    answers: 0,
    hoursAgo: 1.2,
    body: 'There is a bench up there now with that sentence on it, as far as I know.',
  },
  {
    author: 'A friend of timetables',
    answers: null,
    hoursAgo: 0.6,
    body: 'What became of the consultant?\n\n> If the boat left at twenty past, it would have to wait until twenty-five past.\n\nThat is the best argument about timetables I have ever read.',
  },
];
