// Run inside a copy of the product that has one more field, "location": prints where it turns up.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { toEditorFields } from '@/app/(admin)/admin/posts/editor-post';
import { backUp } from '@/lib/backup/backing-up';
import { disconnect } from '@/lib/database/db';
import { createDraft, getEditable, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { requireEditable } from '@/lib/posts/editing/post-record';
import { createPreviewLink, findPreview } from '@/lib/posts/previews/preview-links';
import { publishPost } from '@/lib/posts/publishing/publishing';
import { findPublicPost } from '@/lib/posts/listing/queries';
import { isVisibleChange } from '@/lib/posts/editing/change-detection';
import { listRevisions } from '@/lib/posts/editing/revisions';
import { actorWith } from '@/tests/factories/users';

const folder = process.argv[2] ?? '';
const locationOf = (fields: object | null) => fields && Reflect.get(fields, 'location');
const located = (location: string): object => ({ location });

const editor = await actorWith('editor');
const { id, version } = await createDraft(editor, { type: 'post' });
const refusal = await saveDraft(editor, { id, version, fields: located('x'.repeat(81)) }).catch(String);
const first = await saveDraft(editor, { id, version, fields: { title: 'Tides', ...located(' Pier 4 ') } });
const published = await publishPost(editor, { id, version: first.version });
const second = await saveDraft(editor, { id, version: published.version, fields: located('Pier 5') });
const [{ fields }, link, revisions, post, publicPost] = await Promise.all([
  getEditable(editor, id),
  createPreviewLink(editor, id),
  listRevisions(editor, id),
  requireEditable(editor, id),
  findPublicPost(published.slug),
]);
const preview = await findPreview(link.secret);
const change = await isVisibleChange(post, fields);
const file = join(folder, 'backup.tar.gz');
await backUp({ file, withSecrets: false });
await restoreRevision(editor, { id, revisionId: revisions.find(({ kind }) => kind === 'publish')?.id ?? '' });
const restored = await getEditable(editor, id);

process.stdout.write(
  JSON.stringify({
    refused: String(refusal).includes('The location can have at most 80 characters.'),
    saved: locationOf(fields) === 'Pier 5' && second.version > published.version,
    'public page': locationOf(publicPost) === 'Pier 4',
    preview: locationOf(preview?.post ?? null) === 'Pier 5',
    revisions: locationOf(restored.fields) === 'Pier 4',
    'change detection': change.isNew,
    export: gunzipSync(readFileSync(file)).includes('"location":"Pier 4"'),
    'what the editor is given': locationOf(toEditorFields(fields, 'Etc/UTC')) === 'Pier 5',
  }),
);
await disconnect();
