import type { Command } from 'commander';
import { counted, print, printJson, withProgress } from '../terminal';

export function registerReindexCommand(program: Command) {
  program
    .command('reindex')
    .description('render all posts and older comments again, and rebuild the search indexes')
    .option('--json', 'print how many were rendered and indexed as JSON')
    .action(reindex);
}

async function reindex({ json }: { json?: true }) {
  const { rerenderPosts } = await import('@/lib/posts/rendering/rerendering');
  const { rendered } = await withProgress('Rendering', (progress) =>
    rerenderPosts({ all: true, onProgress: ({ rendered, left }) => progress(rendered, rendered + left) }),
  );
  const { rerenderComments } = await import('@/lib/comments/rerendering');
  const comments = await withProgress('Rendering comments', (progress) =>
    rerenderComments(({ rendered, left }) => progress(rendered, rendered + left)),
  );
  const { rebuildIndex } = await import('@/lib/search/indexing');
  const indexed = await withProgress('Indexing', rebuildIndex);
  const { rebuildAdminIndex } = await import('@/lib/search/admin-indexing');
  const rows = await withProgress('Indexing comments, images, users and tags', rebuildAdminIndex);
  if (json) return printJson({ rendered, comments: comments.rendered, indexed, rows });
  print(
    `Rendered ${counted(rendered, 'post')} and ${counted(comments.rendered, 'comment')}, indexed ${counted(indexed, 'post')} for search,`,
  );
  print(
    `and ${counted(rows, 'comment, image, user or tag', 'comments, images, users and tags')} for the admin’s search.`,
  );
  const { findUnsearchable } = await import('@/lib/search/failures');
  const unsearchable = await findUnsearchable();
  if (unsearchable) print(unsearchable.sentence);
}
