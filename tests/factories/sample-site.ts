import { db } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { createPost } from './posts';
import { createUser } from './users';

const body = `<p>It was the harbour master who first noticed that the tide tables no longer agreed with the tide.<sup><a href="#fn1" id="fnref1" aria-label="Footnote 1">1</a></sup></p>
<h2 id="ledger">What the ledger says</h2><p>A row of <em>green books</em> above the stove, and a <a href="/archive">list</a>.</p>
<blockquote><p>A harbour is a promise that the land makes to the sea.</p></blockquote>
<pre tabindex="0"><code class="hljs language-python"><span class="hljs-comment"># steps</span>
<span class="hljs-keyword">def</span> <span class="hljs-title">height</span>(wet=<span class="hljs-number">4</span>): <span class="hljs-keyword">return</span> <span class="hljs-string">"wet"</span></code></pre>
<table><thead><tr><th>Day</th><th>Seen</th></tr></thead><tbody><tr><td>Monday</td><td>05:58</td></tr></tbody></table>
<section class="footnotes" aria-label="Footnotes"><ol><li id="fn1">She said it twice. <a href="#fnref1" aria-label="Back to the text">↩</a></li></ol></section>`;

/** A small publication by the sea: three posts an hour apart, newest first, one tag, two authors, one page. */
export async function createSampleSite() {
  const [ada, til] = [await createUser({ name: 'Ada Fennimore' }), await createUser({ name: 'Til Okonkwo' })];
  const id = newId();
  const tag = await db.tag.create({
    data: {
      id,
      slug: `harbour-${id.slice(-8)}`,
      name: 'Harbour',
      description: 'Boats and tides.',
      createdAt: new Date(),
    },
  });
  const titles = ['The tide that came late', 'A bridge of ropes', 'What the lighthouse keeper ate'];
  const posts = [];
  for (const [index, title] of titles.entries()) {
    const publishAt = new Date(Date.now() - (index + 1) * 60 * 60_000);
    const post = await createPost({
      title,
      subtitle: 'For forty minutes the harbour waited for the sea',
      bodyHtml: body,
      renderedHtml: body,
      bodyText: 'It was the harbour master who first noticed.',
      publishAt,
      contentUpdatedAt: publishAt,
      commentsMode: 'closed',
    });
    await db.postTag.create({ data: { postId: post.id, tagId: tag.id, position: 0 } });
    for (const [position, user] of [ada, til].entries()) {
      await db.postAuthor.create({ data: { postId: post.id, userId: user.id, position } });
    }
    posts.push(post);
  }
  await createPost({ type: 'page', title: 'About us', commentsMode: 'off' });
  const [newest, middle, oldest] = posts;
  return { newest: newest!, middle: middle!, oldest: oldest!, tag, ada, til };
}
