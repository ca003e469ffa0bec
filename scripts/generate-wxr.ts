// Streams a WordPress export of any size: node --import ./lib/runtime/typescript.mjs scripts/generate-wxr.ts FILE POSTS
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { randomFrom, generateBody, generateRemark, generateTitle } from '@/lib/seeding/generated-text';
import { wxrComment, wxrHead, wxrItem } from '../tests/factories/wxr';

const [path = 'export.xml', posts = '20000'] = process.argv.slice(2);
const out = createWriteStream(path);
const random = randomFrom(1);
out.write(wxrHead());
for (let at = 1; at <= Number(posts); at += 1) {
  const comments = at % 3 === 0 ? wxrComment(String(at), { content: generateRemark(random) }) : '';
  const item = wxrItem({
    id: String(at),
    name: `entry-${at}`,
    title: generateTitle(random),
    content: generateBody(random),
    comments,
  });
  if (!out.write(`${item}\n`)) await once(out, 'drain');
}
out.end('</channel>\n</rss>\n');
await once(out, 'finish');
