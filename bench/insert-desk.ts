// Signs in the owner of the site in DATA_DIR and writes a long draft with pictures. Prints the cookie and the draft's id.
import sharp from 'sharp';
import { createSession } from '@/lib/auth/session-records';
import { sessionCookieName } from '@/lib/auth/session-cookie';
import { disconnect, transaction } from '@/lib/database/db';
import { uploadImage } from '@/lib/media/uploading';
import { newId } from '@/lib/platform/ids';
import { insertDraft } from '@/lib/posts/editing/new-drafts';
import { createUserByHand } from '@/lib/users/admin-cli';

const [paragraphs = 0, pictures = 0] = process.argv.slice(2).map(Number);
const FILES = 10;
/** Twenty words. */
const sentence = 'The ferry left the quay early, since fog lay over the water and nobody on board had seen shore. ';

const { id } = await createUserByHand({ email: `${newId()}@example.test`, name: 'Desk', role: 'owner' }, null);
const actor = { id, name: 'Desk', role: 'owner', sessionId: newId(), emailVerified: true } as const;
const files: Awaited<ReturnType<typeof uploadImage>>[] = [];
for (let at = 0; at < FILES; at += 1) {
  const background = { r: 20 * at, g: 120, b: 255 - 20 * at };
  const bytes = await sharp({ create: { width: 1600, height: 1000, channels: 3, background } })
    .jpeg()
    .toBuffer();
  files.push(await uploadImage(actor, { bytes, fileName: `picture-${at}.jpg` }));
}

const every = Math.floor(paragraphs / pictures);
const blocks = Array.from({ length: paragraphs }, (_, at) => {
  const file = files[(at / every) % FILES];
  const figure = at % every === 0 && file ? `<figure><img src="${file.url}" alt="Quay"></figure>\n` : '';
  return `${figure}<p>${sentence.repeat(5)}</p>`;
});
const post = await transaction((tx) => insertDraft(tx, actor, 'post'));
await transaction((tx) => tx.post.update({ where: { id: post.id }, data: { bodyHtml: blocks.join('\n') } }));
const token = await createSession({ id, sessionVersion: 1 }, 'bench');
process.stdout.write(JSON.stringify({ name: sessionCookieName(), value: token, post: post.id }));
await disconnect();
