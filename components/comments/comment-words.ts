import { FREE_EDIT_MINUTES } from '@/lib/comments/edit-time';
import type { Translator } from '@/lib/i18n/translator';

/** The words of the comment form, for the browser. */
export function commentWords(t: Translator) {
  return {
    comment: t('form.comment'),
    replyTo: around(t('form.replyTo', { name: MARK })),
    markdown: `${t('form.markdown')} ${t('form.mention')}`,
    quoting: t('form.quoting'),
    post: t('form.post'),
    postReply: t('form.postReply'),
    sending: t('form.sending'),
    preview: t('form.preview'),
    cancel: t('form.cancel'),
    view: t('form.view'),
    restore: t('form.restore'),
    followPost: t('form.followPost'),
    followReplies: t('form.followReplies'),
    notSignedIn: t('form.notSignedIn'),
    withoutAccount: t('form.withoutAccount'),
    writeFirst: t('form.writeFirst'),
    name: t('form.name'),
    email: t('form.email'),
    honeypot: t('form.honeypot'),
  };
}

/** The words of what a script adds to a thread for a signed-in reader. */
export function threadWords(t: Translator) {
  return {
    edit: hiddenIn(t.parts('own.edit', {}, { hidden: (text) => ({ text }) })),
    delete: hiddenIn(t.parts('own.delete', {}, { hidden: (text) => ({ text }) })),
    editing: editWords(t),
    deleting: deleteWords(t),
    awaiting: t('own.awaiting'),
    permalink: t('own.permalink'),
    muted: t('own.muted'),
  };
}

/** The words of the form in which a comment is edited. */
export function editWords(t: Translator) {
  return {
    label: t('single.edit'),
    hint: t('single.editHint', { minutes: FREE_EDIT_MINUTES }),
    save: t('single.save'),
    saving: t('single.saving'),
    cancel: t('form.cancel'),
    typedBefore: t('own.typedBefore'),
    startAnew: t('own.startAnew'),
  };
}

function deleteWords(t: Translator) {
  return {
    question: t('own.deleteQuestion'),
    kept: t('single.deleteHint'),
    delete: t('own.deleteButton'),
    deleting: t('own.deleting'),
    cancel: t('form.cancel'),
    deleted: t('own.youDeleted'),
    undo: t('own.undo'),
    wasDeleted: t('own.wasDeleted'),
    isBack: t('own.isBack'),
  };
}

export type EditWords = ReturnType<typeof editWords>;
export type DeleteWords = ReturnType<typeof deleteWords>;
export type Label = { label: string; hidden: string };
export type CommentWords = ReturnType<typeof commentWords>;
export type ThreadWords = ReturnType<typeof threadWords>;

const MARK = '\u0000';

/** What stands before and after the mark. */
function around(sentence: string) {
  const [before = '', after = ''] = sentence.split(MARK);
  return { before, after };
}

/** A label, and what follows it for screen readers alone. */
function hiddenIn(parts: readonly (string | { text: string })[]): Label {
  const [label = '', hidden = ''] = parts.map((part) => (typeof part === 'string' ? part : part.text));
  return { label, hidden };
}
