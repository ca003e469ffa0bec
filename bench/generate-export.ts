// Streams an export of any size: node --import ./lib/runtime/typescript.mjs bench/generate-export.ts SYSTEM FILE POSTS COMMENTS
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { generateBody, generateRemark, generateTitle, randomFrom, type Random } from '@/lib/seeding/generated-text';
import { backup, backupEntry } from '../tests/factories/blogger';
import { disqusPost, disqusThread, disqusXml } from '../tests/factories/disqus';
import { ghostExport, ghostPost } from '../tests/factories/ghost';
import { OLD_SITE, wxrComment, wxrHead, wxrItem } from '../tests/factories/wxr';

/** How many posts, and how many comments each of them has; on average every second one replies to an earlier one. */
type Size = { posts: number; comments: number };

const DAY_MS = 86_400_000;
const began = Date.parse('2008-01-01T09:00:00Z');
const numbers = (count: number) => Array.from({ length: count }, (_, at) => at + 1);
const momentOf = (at: number) => new Date(began + (at % 6_000) * DAY_MS).toISOString();

/** The number of the comment that one replies to; 0 of one that begins a thread. */
function parentOf(random: Random, comment: number, first: number) {
  return comment > first && random.number() < 0.5 ? first + random.below(comment - first) : 0;
}

const systems: Record<string, (random: Random, size: Size) => Generator<string>> = {
  *wordpress(random, { posts, comments }) {
    yield wxrHead();
    for (const at of numbers(posts)) {
      const first = (at - 1) * comments + 1;
      const said = numbers(comments).map((nth) => {
        const id = first + nth - 1;
        return wxrComment(String(id), {
          content: generateRemark(random),
          parent: String(parentOf(random, id, first)),
        });
      });
      const [title, content] = [generateTitle(random), generateBody(random)];
      yield `${wxrItem({ id: String(at), name: `entry-${at}`, title, content, comments: said.join('\n') })}\n`;
    }
    yield '</channel>\n</rss>\n';
  },

  *ghost(random, { posts }) {
    const [head, tail] = ghostExport({ posts: ['HERE'] as never }).split('"HERE"');
    yield head!;
    for (const at of numbers(posts)) {
      const post = ghostPost({
        title: generateTitle(random),
        slug: `entry-${at}`,
        html: generateBody(random),
        published_at: momentOf(at),
      });
      yield `${at > 1 ? ',' : ''}${JSON.stringify(post)}`;
    }
    yield tail!;
  },

  *blogger(random, { posts, comments }) {
    const [head, tail] = backup('HERE').split('HERE');
    yield head!;
    for (const at of numbers(posts)) {
      const id = `post-${10_000 + at}`;
      const link = `http://harbour.blogspot.com/2014/05/entry-${at}.html`;
      const published = momentOf(at);
      yield backupEntry({ id, title: generateTitle(random), content: generateBody(random), link, published });
      for (const nth of numbers(comments)) {
        yield backupEntry({
          id: `post-${1_000_000 + at * comments + nth}`,
          kind: 'comment',
          content: generateRemark(random),
          author: `Reader ${nth}`,
          link: `${link}?showComment=${at}#c${nth}`,
          extra: `<thr:in-reply-to href='${link}' ref='tag:blogger.com,1999:blog-7001.${id}' type='text/html'/>`,
        });
      }
    }
    yield tail!;
  },

  *disqus(random, { posts, comments }) {
    const [head, tail] = disqusXml('HERE').split('HERE');
    yield head!;
    for (const at of numbers(posts)) {
      yield disqusThread(String(at), { link: `${OLD_SITE}/2014/05/06/entry-${at}/` });
    }
    for (const at of numbers(posts)) {
      const first = (at - 1) * comments + 1;
      for (const nth of numbers(comments)) {
        const id = first + nth - 1;
        const parent = parentOf(random, id, first);
        const more = parent ? { parent: String(parent) } : {};
        yield disqusPost(String(id), String(at), { message: `<p>${generateRemark(random)}</p>`, ...more });
      }
    }
    yield tail!;
  },
};

const [system = '', path = 'export.xml', posts = '20000', comments = '5'] = process.argv.slice(2);
const pieces = systems[system]?.(randomFrom(1), { posts: Number(posts), comments: Number(comments) });
if (!pieces) throw new Error(`One of: ${Object.keys(systems).join(', ')}`);
await pipeline(Readable.from(pieces), createWriteStream(path));
