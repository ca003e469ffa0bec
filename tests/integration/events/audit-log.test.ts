import { Readable } from 'node:stream';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { launchImport } from '@/app/(admin)/admin/import/launch';
import type { Actor } from '@/lib/auth/actor';
import { removeEarlierVersions } from '@/lib/comments/edit-history';
import { lockConversation, moderateComments, undoModeration } from '@/lib/comments/moderation';
import { moderationActions, reportDecisions } from '@/lib/comments/policy';
import { acceptCorrection } from '@/lib/corrections/deciding';
import { db, readDb } from '@/lib/database/db';
import { newId } from '@/lib/platform/ids';
import { auditRowsOf } from '@/lib/events/audit';
import { permitExport } from '@/lib/export/download-permission';
import { receiveExport } from '@/lib/import/running/receiving';
import { startImport } from '@/lib/import/running/start-import';
import { undoImport } from '@/lib/import/running/undoing';
import { deleteFile, renameFile, restoreFile } from '@/lib/media/files/library';
import { setFocus } from '@/lib/media/framing';
import { deleteMedia, describeMedia, restoreMedia } from '@/lib/media/library';
import { uploadImage } from '@/lib/media/uploading';
import { tagPost } from '@/lib/posts/tagging/bulk-tagging';
import { createDraft, discardPending, getEditable, restoreRevision, saveDraft } from '@/lib/posts/editing/drafting';
import { createPreviewLink, revokePreviewLinks } from '@/lib/posts/previews/preview-links';
import { publishPost } from '@/lib/posts/publishing/publishing';
import {
  archiveCampaign,
  createReportLink,
  revokeReportLink,
  saveCampaign,
  unarchiveCampaign,
} from '@/lib/campaigns/editing';
import { findCampaign } from '@/lib/campaigns/queries';
import { reportToken } from '@/lib/campaigns/report-link';
import { saveMediaKit } from '@/lib/media-kit/editing';
import { deleteTag, describeTag, mergeTags, renameTag } from '@/lib/posts/tagging/tag-changes';
import { undoTagRemoval } from '@/lib/posts/tagging/tag-undo';
import { deletePost, restorePost, trashPost, unpublishPost } from '@/lib/posts/publishing/unpublishing';
import { saveSellerFile } from '@/lib/sellers/changing';
import { applySettings } from '@/lib/settings/updating';
import { deleteLineItem, switchLineItem } from '@/lib/slots/line-items';
import { createSlot, deleteSlot, moveSlot, renameSlot } from '@/lib/slots/own-slots';
import { switchSlot } from '@/lib/slots/saving';
import { restoreVersion } from '@/lib/slots/versions';
import { createComment, say } from '../../factories/comments';
import { eventTypes, sampleEvents } from '../../factories/events';
import { importWordPress } from '../../factories/imports';
import { createFile } from '../../factories/files';
import { createPost } from '../../factories/posts';
import { filledSettingsForm } from '../../factories/settings';
import { addLineItem, codeDraft, fillSlot } from '../../factories/slots';
import { actorWith, createUser } from '../../factories/users';
import { wxr, wxrFile, wxrItem } from '../../factories/wxr';
import { changeAccounts } from './audited-accounts';
import { writeNotes } from './audited-notes';
import { changeMenus } from './audited-menus';
import { changeSeries } from './audited-series';
import { changeSiteCode } from './audited-site-code';
import { changePeopleAndPages } from './audited-people';
import { changeRedirects } from './audited-redirects';
import { changeRules, decideSome, email, SECRET, switchModel } from './audited-comments';
import { known } from './known-details';

/** What was made up by the product itself and may not be written down either. */
const tokens: string[] = [];

async function moderateSome() {
  const moderator = await actorWith('moderator');
  const post = await createPost();
  const { id } = await say(await actorWith('reader'), post.id, { body: `One ${SECRET}.` });
  const other = await createComment(post.id, { body: `Two ${SECRET}.` });
  await moderateComments(moderator, [id], 'approve');
  await moderateComments(moderator, [id, other.id], 'hide');
  await moderateComments(moderator, [id], 'approve');
  await moderateComments(moderator, [id], 'spam');
  await moderateComments(moderator, [id], 'delete');
  await moderateComments(moderator, [id], 'restore');
  await moderateComments(moderator, [id], 'delete').then((again) => undoModeration(moderator, again.batch));
  await lockConversation(moderator, post.id, 'All has been said.');
  await lockConversation(moderator, post.id, '');
  const before = { id: newId(), commentId: other.id, revision: 1, body: SECRET, createdAt: new Date() };
  await db.commentRevision.create({ data: before });
  await removeEarlierVersions(moderator, other.id);
  await decideSome(moderator, (await createComment(post.id, { body: `Three ${SECRET}.` })).id);
}

async function correctSome() {
  const text = `The tide turns ${SECRET}.`;
  const { id: postId } = await createPost({ bodyHtml: `<p>${text}</p>` });
  const { id: commentId } = await createComment(postId, { body: text });
  const id = newId();
  const words = { quote: 'turns', replacement: `turned ${SECRET}` };
  await db.correction.create({ data: { id, postId, commentId, ...words, createdAt: new Date() } });
  await acceptCorrection(await actorWith('editor'), { id, note: `Now ${SECRET}` });
}

async function runBulk() {
  const editor = await actorWith('editor');
  const { id } = await createDraft(editor, { type: 'post' });
  const current = async () => ({ id, version: (await getEditable(editor, id)).version });
  const bodyHtml = `<p>The tide, ${SECRET}.</p>`;
  await saveDraft(editor, { ...(await current()), fields: { title: 'Tides', bodyHtml, tags: ['Sloops'] } });
  const [revision] = await readDb.postRevision.findMany({ where: { postId: id } });
  await publishPost(editor, await current());
  await saveDraft(editor, { ...(await current()), fields: { bodyHtml: `<p>Ebb, ${SECRET}.</p>` } });
  await discardPending(editor, id);
  await restoreRevision(editor, { id, revisionId: revision!.id });
  tokens.push((await createPreviewLink(editor, id)).secret);
  await revokePreviewLinks(editor, id);
  await publishPost(editor, await current());
  await tagPost(editor, { id, tag: 'Yawls', adds: true });
  await tagPost(editor, { id, tag: 'Yawls', adds: false });
  await unpublishPost(editor, { id });
  await publishPost(editor, { ...(await current()), publishAt: new Date(Date.now() + 86_400_000) });
  await trashPost(editor, { id });
  await restorePost(editor, { id });
  await changeTags(id);
  await trashPost(editor, { id });
  await deletePost(editor, { id });
}

async function changeTags(postId: string) {
  const editor = await actorWith('editor');
  const tag = await readDb.tag.findFirstOrThrow({ where: { name: 'Yawls' } });
  await renameTag(editor, { id: tag.id, name: 'Ketches' });
  await describeTag(editor, { id: tag.id, description: `Two masts, ${SECRET}.` });
  const { undo } = await mergeTags(editor, { id: tag.id, into: 'Sloops' });
  await undoTagRemoval(editor, undo!);
  await mergeTags(editor, { id: tag.id, into: 'Sloops' });
  await tagPost(editor, { id: postId, tag: 'Cutters', adds: true });
  await tagPost(editor, { id: postId, tag: 'Cutters', adds: false });
  const { version } = await getEditable(editor, postId);
  await saveDraft(editor, { id: postId, version, fields: { bodyHtml: `<p>Slack, ${SECRET}.</p>` } });
  const unused = await readDb.tag.findFirstOrThrow({ where: { name: 'Cutters' } });
  await deleteTag(editor, unused.id);
}

async function changeSlotsAndSettings() {
  const actor = await actorWith('ads');
  const { id, creativeId } = await fillSlot('post-end', codeDraft(`<b>${SECRET}</b>`), { actor });
  await fillSlot('post-end', codeDraft(`<i>${SECRET}</i>`), { actor });
  await restoreVersion(actor, { slotId: id, creativeId: creativeId ?? '' });
  await switchSlot(actor, { slotId: id, enabled: false });
  await switchSlot(actor, { slotId: id, enabled: true });
  const second = await addLineItem('post-end', codeDraft(`<u>${SECRET}</u>`), { actor, name: 'Autumn' });
  for (const enabled of [false, true]) await switchLineItem(actor, { slotId: id, lineItemId: second.id, enabled });
  await deleteLineItem(actor, { slotId: id, lineItemId: second.id });
  await changeCampaigns(actor);
  const own = await createSlot(actor, { name: 'Quay', placement: 'post-end' });
  await renameSlot(actor, { slotId: own.id, name: 'Pier' });
  await moveSlot(actor, { slotId: own.id, way: 'up' });
  await deleteSlot(actor, own.id);
  const robots = `User-agent: *\nDisallow: /${SECRET}`;
  await applySettings(await actorWith('admin'), await filledSettingsForm({ robots }));
  await saveSellerFile(actor, { file: 'ads.txt', before: '', text: SECRET });
}

async function changeCampaigns(actor: Actor) {
  const named = { name: `Of ${SECRET}`, advertiser: SECRET, contactEmail: email('chandler') };
  const { id } = await saveCampaign(actor, { id: null, ...named });
  await createReportLink(actor, id);
  const campaign = await findCampaign(id);
  tokens.push((campaign && reportToken(campaign)) ?? '');
  await revokeReportLink(actor, id);
  await archiveCampaign(actor, id);
  await unarchiveCampaign(actor, id);
  const kit = { mediaKit: true, mediaKitText: SECRET, mediaKitContact: email('kit') };
  for (const slotIds of [['header-slot'], []]) await saveMediaKit(actor, { ...kit, slotIds });
}

async function changeImages() {
  const author = await actorWith('author');
  const bytes = await sharp({ create: { width: 20, height: 20, channels: 3, background: '#258' } })
    .png()
    .toBuffer();
  const { id } = await uploadImage(author, { bytes, fileName: 'gull.png' });
  await describeMedia(author, { id, alt: SECRET, caption: SECRET, credit: SECRET });
  await setFocus(author, { id, focus: { x: 30, y: 20 } });
  await deleteMedia(author, id);
  await restoreMedia(author, id);
}

async function changeFiles() {
  const author = await actorWith('author');
  const { id } = await createFile(author, `Of ${SECRET}`);
  await renameFile(author, { id, fileName: SECRET });
  await deleteFile(author, id);
  await restoreFile(author, id);
}

async function runSomeImports() {
  const admin = await actorWith('admin');
  const export_ = wxr(wxrItem({ id: '901', name: 'audited', content: `Text, ${SECRET}.` }));
  const form = new FormData();
  form.append('file', new File([export_], 'export.xml'));
  const request = new Request('http://localhost/', { method: 'POST', body: form });
  const body = Readable.toWeb(Readable.from([Buffer.from(await request.arrayBuffer())]));
  const { id, fileName } = await receiveExport({ headers: request.headers, body });
  for (const dryRun of [true, false]) {
    await startImport(admin, { id, fileName, dryRun }, launchImport);
    const stateOf = async () => (await readDb.importBatch.findUniqueOrThrow({ where: { id } })).status;
    await expect.poll(stateOf, { timeout: 30_000 }).toBe('done');
  }
  await undoImport(admin, id);
  await importWordPress(admin, { files: [wxrFile(export_)], oldUrl: null, dryRun: false });
}

test('the audit log has every action that belongs in it, and no text body, password, token or e-mail address', async () => {
  await createUser({ role: 'owner' });
  await moderateSome();
  await changeRules();
  await switchModel();
  await changeMenus();
  await changeSeries(SECRET);
  await changeSiteCode();
  await permitExport(await actorWith('owner'), { format: 'wxr', withEmails: true }, async () => {});
  await changeRedirects();
  await correctSome();
  await writeNotes();
  await runBulk();
  await changeSlotsAndSettings();
  await changeImages();
  await changeFiles();
  tokens.push(...(await changeAccounts()), ...(await changePeopleAndPages()));
  await runSomeImports();

  const entries = await readDb.auditEntry.findMany();
  const actions = new Set(entries.map(({ action }) => action));
  const named = eventTypes.flatMap((type) => auditRowsOf(sampleEvents[type]).map(({ action }) => action));
  const kinds = ['post.restore', 'import.dry-run', 'comment.undo'];
  const ofSlots = [
    'create',
    'rename',
    'move',
    'delete',
    'restore',
    'switch-on',
    'switch-off',
    'save-line-item',
    'switch-on-line-item',
    'switch-off-line-item',
    'delete-line-item',
    'offer',
    'withdraw',
  ];
  const wanted = [
    ...named,
    ...kinds,
    ...['archive', 'unarchive', 'link-report', 'revoke-report'].map((action) => `campaign.${action}`),
    ...ofSlots.map((action) => `slot.${action}`),
    ...['remove-versions', 'edit', 'pin', 'unpin', 'pick', 'unpick', 'lock-replies', 'unlock-replies'].map(
      (action) => `comment.${action}`,
    ),
    ...['save', 'remove', 'switch-on', 'switch-off'].map((action) => `rule.${action}`),
    'model.switch-off',
    ...['suspend', 'resume', 'remove'].map((action) => `code.${action}`),
    ...['answer', 'reopen', 'delete'].map((action) => `note.${action}`),
    ...['hand-in', 'take-back'].map((action) => `post.${action}`),
    ...['change', 'remove', 'import'].map((action) => `redirect.${action}`),
    ...['create', 'rename', 'describe', 'order', 'delete', 'restore'].map((action) => `series.${action}`),
    ...[...moderationActions, ...reportDecisions].map((action) => `comment.${action}`),
  ];
  expect([...actions].toSorted()).toEqual([...new Set(wanted)].toSorted());

  const { payload } = await readDb.outbox.findFirstOrThrow({ where: { payload: { contains: 'password-changed' } } });
  const announced = await readDb.invalidation.findMany({ select: { tags: true } });
  const written = JSON.stringify([entries, payload, announced]);
  for (const secret of [SECRET, 'argon2', ...tokens]) expect(written).not.toContain(secret);
  const details = new Set(entries.flatMap(({ data }) => Object.keys(JSON.parse(data))));
  expect([...details].toSorted()).toEqual(known);
}, 120_000);
