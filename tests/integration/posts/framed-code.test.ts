import { expect, test } from 'vitest';
import { db } from '@/lib/database/db';
import { framedElement } from '@/lib/html/framed';
import { toHtml } from '@/lib/html/writing';
import { createDraft, getEditable, saveDraft } from '@/lib/posts/editing/drafting';
import { findFramedCode } from '@/lib/posts/listing/framed-code';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { frameHashOf } from '@/lib/posts/rendering/framed-blocks';
import { actorWith } from '../../factories/users';

const form = '<form action="https://list.example/join"><input name="email"></form>';
const framed = (code: string) => toHtml([framedElement({ code, height: 320, title: '' })]);
const REFUSAL = 'Only editors can add HTML that runs in a frame. Remove it, or ask an editor to add it.';

test('an editor adds code, and its frame is served while a text has it: a draft, what is out, and what will be', async () => {
  const editor = await actorWith('editor');
  const { id, version } = await createDraft(editor, { type: 'post' });
  const save = async (bodyHtml: string) => {
    const before = await getEditable(editor, id);
    return saveDraft(editor, { id, version: before.version, fields: { title: 'List', bodyHtml } });
  };
  expect(version).toBeGreaterThan(0);
  await save(`<p>a</p>${framed(form)}`);
  expect(await findFramedCode(id, frameHashOf(form))).toBe(form);
  expect(await findFramedCode(id, frameHashOf('other'))).toBeNull();
  await publishPost(editor, { id, version: (await getEditable(editor, id)).version });
  expect((await db.post.findUniqueOrThrow({ where: { id } })).renderedHtml).toContain(frameHashOf(form));

  await save(`<p>a</p>${framed('<script>1</script>')}`);
  expect(await findFramedCode(id, frameHashOf('<script>1</script>'))).toBe('<script>1</script>');
  expect(await findFramedCode(id, frameHashOf(form))).toBe(form);

  await db.post.update({ where: { id }, data: { status: 'trashed' } });
  expect(await findFramedCode(id, frameHashOf(form))).toBeNull();
});

test.each(['author', 'contributor'] as const)('a %s adds none, is told so, and nothing is saved', async (role) => {
  const writer = await actorWith(role);
  const { id, version } = await createDraft(writer, { type: 'post' });
  const bodyHtml = `<p>a</p>${framed(form)}`;

  await expect(saveDraft(writer, { id, version, fields: { bodyHtml } })).rejects.toMatchObject({
    fields: { bodyHtml: REFUSAL },
  });
  const kept = await saveDraft(writer, { id, version, fields: { title: 'Kept', bodyHtml }, kind: 'autosave' });
  expect(kept.problems).toEqual({ bodyHtml: REFUSAL });
  expect((await getEditable(writer, id)).fields).toMatchObject({ title: 'Kept', bodyHtml: '' });
});

test('an author goes on writing around the code that an editor added', async () => {
  const author = await actorWith('author');
  const editor = await actorWith('editor');
  const { id, version } = await createDraft(author, { type: 'post' });
  await saveDraft(editor, { id, version, fields: { title: 'List', bodyHtml: framed(form) } });

  const now = await getEditable(author, id);
  await saveDraft(author, { id, version: now.version, fields: { bodyHtml: `<p>More</p>${framed(form)}` } });
  const { fields, version: next } = await getEditable(author, id);
  expect(fields.bodyHtml).toContain('<p>More</p>');
  await expect(
    saveDraft(author, { id, version: next, fields: { bodyHtml: framed(`${form}<script>1</script>`) } }),
  ).rejects.toMatchObject({ fields: { bodyHtml: REFUSAL } });
});
