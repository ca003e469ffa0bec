import { lookUp, type DomainEvent, type EventTable } from './event';

type Details = Record<string, string | number | boolean>;
type AuditRow = { action: string; subjectType: string; subjectId: string; data: Details };

const MAX_DETAIL_LENGTH = 300;

const none = () => [];

/** A row lists every detail that it stores: nothing else enters the log. */
const table: EventTable<AuditRow[]> = {
  'comment.published': none,
  'comment.hidden': none,
  'comment.pending': none,
  'comment.updated': none,
  'comment.moderated': ({ action, batch, changes }) =>
    changes.flatMap(({ commentId, from, to }) => row(`comment.${action}`, commentId, { batch, from, to })),
  'comment.edited': ({ commentId }) => row('comment.edit', commentId),
  'comment.highlighted': ({ commentId, change }) => row(highlightActions[change], commentId),
  // Who reports is nobody’s business, and moderations say what was decided.
  'comment.reported': ({ commentId, points, isHeld }) => (isHeld ? row('comment.hold', commentId, { points }) : []),
  'comment.reports-decided': none,
  'moderation-rules.changed': ({ change, ruleIds }) => ruleIds.flatMap((id) => row(ruleActions[change], id)),
  'spam-model.changed': ({ change }) => (change === 'trained' ? [] : row(modelActions[change], 'current')),
  'correction.decided': ({ correctionId, status }) => row('correction.decide', correctionId, { to: status }),
  'note.written': ({ noteId, postId, parentId }) =>
    row(parentId ? 'note.answer' : 'note.write', noteId, { post: postId }),
  'note.settled': ({ noteId, postId, change }) => row(noteActions[change], noteId, { post: postId }),
  'comment.mentions-added': none,
  'comment.versions-removed': ({ commentId, count }) => row('comment.remove-versions', commentId, { count }),
  // The removal itself is a moderation.
  'comment.removed-with-reason': ({ commentId, reason }) => row('comment.state-reason', commentId, { reason }),
  'comment.appealed': ({ commentId }) => row('comment.appeal', commentId),
  'comment.appeal-decided': ({ commentId, outcome }) => row('comment.decide-appeal', commentId, { to: outcome }),
  'thread.locked': ({ postId, reason }) => row('comment.lock', postId, { reason }, 'post'),
  'thread.unlocked': ({ postId }) => row('comment.unlock', postId, {}, 'post'),
  'replies.locked': ({ commentId, reason }) => row('comment.lock-replies', commentId, { reason }),
  'replies.unlocked': ({ commentId }) => row('comment.unlock-replies', commentId),
  'likes.changed': none,

  'post.created': ({ postId, postType }) => row('post.create', postId, { type: postType }),
  'post.saved': ({ postId, kind }) => row(`post.${kind}`, postId),
  'post.change-discarded': ({ postId }) => row('post.discard-change', postId),
  'post.review-changed': ({ postId, change }) => row(reviewActions[change], postId),
  'post.preview-link-created': ({ postId }) => row('post.preview-link', postId),
  'post.preview-links-revoked': ({ postId, count }) => row('post.revoke-preview-links', postId, { count }),
  'post.published': ({ title, after, publishAt }) => ofPost('post.publish', { title, post: after }, { publishAt }),
  'post.scheduled': ({ title, after, publishAt }) => ofPost('post.schedule', { title, post: after }, { publishAt }),
  'post.updated': ({ title, after, publishAt }) => ofPost('post.publish', { title, post: after }, { publishAt }),
  'post.unpublished': ({ title, before }) => ofPost('post.unpublish', { title, post: before }),
  'post.trashed': ({ title, before }) => ofPost('post.trash', { title, post: before }),
  'post.restored': ({ title, before }) => ofPost('post.restore', { title, post: before }),
  'post.tagged': ({ after, tag }) => row('post.tag', after.id, { tag }),
  'post.untagged': ({ after, tag }) => row('post.untag', after.id, { tag }),
  'post.deleted': ({ title, before }) => ofPost('post.delete', { title, post: before }),
  'post.cover-attached': none,
  'posts.readdressed': none,
  'pages.moved': ({ pages }) => pages.flatMap(({ id, slug }) => row('post.move', id, { to: slug })),

  'tag.renamed': ({ tagId, nameBefore, name }) => row('tag.rename', tagId, { before: nameBefore, after: name }),
  'tag.merged': ({ tagId, name, into }) => row('tag.merge', tagId, { name, into: into.name }),
  'tag.restored': ({ tagId, name }) => row('tag.restore', tagId, { name }),
  'tag.described': ({ tagId }) => row('tag.describe', tagId),
  'tag.deleted': ({ tagId, name }) => row('tag.delete', tagId, { name }),

  'series.changed': ({ seriesId, change, title }) => row(seriesActions[change], seriesId, { name: title }),

  'slot.changed': ({ slotId, change, details }) => row(slotActions[change], slotId, details),

  'campaign.changed': ({ campaignId, change }) => row(campaignActions[change], campaignId),

  'redirects.changed': ({ change, ids, from }) =>
    change === 'imported'
      ? row('redirect.import', ids[0] ?? '', { count: ids.length })
      : ids.flatMap((id) => row(redirectActions[change], id, { from: from[0] ?? '' })),

  'media.uploaded': ({ mediaId, fileName }) => row('media.upload', mediaId, { fileName }),
  'media.described': ({ mediaId }) => row('media.describe', mediaId),
  'media.framed': ({ mediaId }) => row('media.frame', mediaId),
  'media.deleted': ({ mediaId }) => row('media.delete', mediaId),
  'media.restored': ({ mediaId }) => row('media.restore', mediaId),

  'file.uploaded': ({ fileId, fileName }) => row('file.upload', fileId, { fileName }),
  'file.renamed': ({ fileId }) => row('file.rename', fileId),
  'file.deleted': ({ fileId }) => row('file.delete', fileId),
  'file.restored': ({ fileId }) => row('file.restore', fileId),

  'user.created': ({ userId, role }) => row('user.create', userId, { role }),
  'user.invited': ({ userId, role }) => row('user.invite', userId, role ? { role } : {}),
  'user.role-changed': ({ userId, from, to }) => row('user.role', userId, { from, to }),
  'user.banned': ({ userId, reason, until }) => row('user.ban', userId, { reason, until }),
  'user.unbanned': ({ userId }) => row('user.unban', userId),
  'user.comments-restricted': ({ userId, restriction, reason, until }) =>
    row('user.restrict-comments', userId, { to: restriction, reason, until }),
  'user.comments-unrestricted': ({ userId }) => row('user.unrestrict-comments', userId),
  'user.comments-hidden': ({ userId, count }) => row('user.hide-comments', userId, { count }),
  'user.comments-shown-again': ({ userId }) => row('user.show-comments-again', userId),
  'user.signed-out': ({ userId }) => row('user.sign-out', userId),
  'user.password-changed': none,
  'user.passkey-added': ({ userId }) => row('account.passkey-add', userId),
  'user.passkey-removed': ({ userId }) => row('account.passkey-remove', userId),
  'user.passkey-refused': ({ userId }) => row('account.passkey-refuse', userId),
  'user.profile-changed': none,
  'user.removed': ({ userId, posts }) => row('user.remove', userId, { posts }),
  'user.email-changed': ({ userId }) => row('account.email', userId),
  'user.edited': ({ userId }) => row('user.edit', userId),
  'user.posts-moved': ({ userId, change, into }) =>
    row(change === 'given' ? 'user.give-posts' : 'user.take-posts-back', userId, { into: into.name }),
  'user.comments-claimed': ({ userId, count }) => row('account.claim-comments', userId, { count }),
  'user.deletion-scheduled': ({ userId }) => row('account.schedule-deletion', userId),
  'user.deletion-cancelled': ({ userId }) => row('account.cancel-deletion', userId),
  'user.deleted': ({ userId }) => row('account.delete', userId),

  'site.set-up': none,
  'settings.changed': ({ names }) => row('settings.change', names.join(' ').slice(0, 200)),
  'site-menu.changed': ({ place, change, entry }) => row(menuActions[change], place, entry ? { entry } : {}),
  'site-code.changed': ({ codeId, change, name, hash }) => row(siteCodeActions[change], codeId, { name, hash }),
  'site.exported': ({ format, withEmails }) => row('site.export', format, { withAddresses: withEmails }),
  'site.moved': none,
  'site.seeded': none,
  'site.replaced': none,
  'posts.rerendered': none,
  'comments.rerendered': none,

  'import.started': ({ batchId, fileName, isDryRun }) =>
    row(isDryRun ? 'import.dry-run' : 'import.start', batchId, { fileName }),
  'import.posts-written': none,
  'import.post-updated': none,
  'import.addresses-redirected': none,
  'import.written': none,
  'import.finished': ({ actorId, batchId, source }) => (actorId ? row('import.run', batchId, { source }) : []),
  'import.post-reverted': none,
  'import.comments-reverted': none,
  'import.posts-removed': none,
  'import.rest-removed': none,
  'import.undone': ({ actorId, batchId }) => (actorId ? row('import.undo', batchId) : []),

  'posts.came-due': none,
  'menu.changed': none,
  'comments.counted': none,
  'likes.counted': none,
};

const redirectActions = { added: 'redirect.add', changed: 'redirect.change', removed: 'redirect.remove' };

const highlightActions = {
  pinned: 'comment.pin',
  unpinned: 'comment.unpin',
  picked: 'comment.pick',
  unpicked: 'comment.unpick',
};

const reviewActions = { 'handed-in': 'post.hand-in', 'taken-back': 'post.take-back', returned: 'post.return' };

const noteActions = { resolved: 'note.resolve', reopened: 'note.reopen', deleted: 'note.delete' };

const ruleActions = {
  added: 'rule.add',
  saved: 'rule.save',
  removed: 'rule.remove',
  'switched-on': 'rule.switch-on',
  'switched-off': 'rule.switch-off',
};

const modelActions = { 'switched-on': 'model.switch-on', 'switched-off': 'model.switch-off' };

const slotActions = {
  created: 'slot.create',
  renamed: 'slot.rename',
  moved: 'slot.move',
  deleted: 'slot.delete',
  saved: 'slot.save',
  restored: 'slot.restore',
  'switched-on': 'slot.switch-on',
  'switched-off': 'slot.switch-off',
  'in-page-code-approved': 'slot.approve-in-page-code',
  'line-item-saved': 'slot.save-line-item',
  'line-item-switched-on': 'slot.switch-on-line-item',
  'line-item-switched-off': 'slot.switch-off-line-item',
  'line-item-deleted': 'slot.delete-line-item',
  offered: 'slot.offer',
  withdrawn: 'slot.withdraw',
};

const campaignActions = {
  saved: 'campaign.save',
  archived: 'campaign.archive',
  unarchived: 'campaign.unarchive',
  'report-linked': 'campaign.link-report',
  'report-revoked': 'campaign.revoke-report',
};

const seriesActions = {
  created: 'series.create',
  renamed: 'series.rename',
  described: 'series.describe',
  ordered: 'series.order',
  deleted: 'series.delete',
  restored: 'series.restore',
};

const menuActions = {
  added: 'menu.add',
  changed: 'menu.change',
  removed: 'menu.remove',
  moved: 'menu.move',
  filled: 'menu.fill',
};

const siteCodeActions = {
  added: 'code.add',
  suspended: 'code.suspend',
  resumed: 'code.resume',
  removed: 'code.remove',
};

export function auditRowsOf(event: DomainEvent) {
  return lookUp(table, event).map((entry) => ({
    ...entry,
    actorId: event.actorId,
    data: JSON.stringify(entry.data, (_, detail: unknown) =>
      typeof detail === 'string' ? detail.slice(0, MAX_DETAIL_LENGTH) : detail,
    ),
  }));
}

function row(
  action: string,
  subjectId: string,
  data: Details = {},
  subjectType = action.split('.')[0] ?? '',
): AuditRow[] {
  return [{ action, subjectType, subjectId, data }];
}

function ofPost(action: string, { title, post }: { title: string; post: { id: string; slug: string } }, more = {}) {
  return row(action, post.id, { title, slug: post.slug, ...more });
}
