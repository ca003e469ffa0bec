import 'server-only';
import { listTags, listWriters } from '../archive/lists';
import type { ExportRun } from '../export-format';
import { listPosts, readPosts, type PostRow } from '../reading-posts';
import { FlatSlugs, idOf, metaRowOf, postRowOf, tagRowOf, userRowOf } from './rows';

const VERSION = '5.0.0';

/** Posts, pages, tags and authors as Ghost 5 and 6 import them. Its importer takes no comments. */
export async function* writeGhost(run: ExportRun): AsyncGenerator<string> {
  const { tx, now } = run;
  yield `{"db":[{"meta":${JSON.stringify({ exported_on: now.getTime(), version: VERSION })},"data":{`;
  const users = (await listWriters(tx)).filter(({ isAuthor }) => isAuthor);
  yield table(
    'users',
    users.map((user) => userRowOf(user, run)),
  );
  const tags = await listTags(tx);
  yield `,${table('tags', tags.map(tagRowOf))}`;
  run.count('tags', tags.length);
  run.count('users', users.length);
  const links = new Links();
  yield ',"posts":[';
  const slugs = new FlatSlugs();
  let separator = '\n';
  for await (const rows of readPosts(tx, await listPosts(tx))) {
    for (const row of rows) {
      const post = postRowOf(row, slugs, run);
      if (!post) continue;
      yield separator + JSON.stringify(post);
      separator = ',\n';
      links.add(row);
      run.count(row.type === 'page' ? 'pages' : 'posts');
    }
  }
  yield `\n],${links.write()}}}]}\n`;
  const comments = await tx.comment.count({ where: { status: 'approved' } });
  if (comments > 0)
    run.note(
      `Comments are not in the file (${comments.toLocaleString('en')}), because the importer of Ghost takes none: “masthead export disqus” writes them for other systems.`,
    );
  run.note(
    'Images stay at this site: the importer of Ghost takes their addresses. Passwords and roles are not in the file.',
  );
}

/** Which posts have which authors, tags and fields: small rows of all posts. */
class Links {
  readonly #authors: object[] = [];
  readonly #tags: object[] = [];
  readonly #metas: object[] = [];

  add(row: PostRow) {
    const post_id = idOf('post', row.feedId);
    const authors = row.authors.filter(({ user }) => user.deletedAt === null);
    for (const [sort_order, { user }] of authors.entries())
      this.#authors.push({
        id: idOf('post author', `${row.feedId} ${user.slug}`),
        post_id,
        author_id: idOf('user', user.slug),
        sort_order,
      });
    for (const [sort_order, { tag }] of row.tags.entries())
      this.#tags.push({
        id: idOf('post tag', `${row.feedId} ${tag.slug}`),
        post_id,
        tag_id: idOf('tag', tag.slug),
        sort_order,
      });
    const meta = metaRowOf(row);
    if (meta) this.#metas.push(meta);
  }

  write() {
    return [
      table('posts_authors', this.#authors),
      table('posts_tags', this.#tags),
      table('posts_meta', this.#metas),
    ].join(',');
  }
}

function table(name: string, rows: readonly object[]) {
  return `"${name}":[${rows.map((row) => `\n${JSON.stringify(row)}`).join(',')}]`;
}
