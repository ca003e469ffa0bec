import type { Command } from 'commander';
import { counted, print, printJson, withProgress } from '../terminal';

export function registerReindexCommand(program: Command) {
  program
    .command('reindex')
    .description('render every post anew from what is kept of it')
    .option('--json', 'print how many were rendered as JSON')
    .action(reindex);
}

async function reindex({ json }: { json?: true }) {
  const { announce } = await import('@/lib/caching/announcements');
  const { rerenderPosts } = await import('@/lib/posts/rerendering');
  const { rendered, tags } = await withProgress('Rendering', (progress) =>
    rerenderPosts({ all: true, onProgress: ({ rendered, left }) => progress(rendered, rendered + left) }),
  );
  await announce(tags);
  if (json) return printJson({ rendered });
  print(`Rendered ${counted(rendered, 'post')}.`);
}
