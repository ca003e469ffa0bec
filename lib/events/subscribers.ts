import type { OutboxEvent } from '@/lib/outbox/queueing';
import { env } from '@/lib/platform/env';
import type { EmailData, EmailKind } from './email-kinds';
import type { DomainEvent } from './event';

/** `fact`: what must not be done twice, even if it happens again; without, one job for each event. */
export type Job = Omit<OutboxEvent, 'dedupeKey'> & { fact?: string };

/** Handles events after the commit through the outbox, at least once each. */
export type Subscriber = {
  /** Part of the deduplication key: never change it. */
  name: string;
  jobsFor: (event: DomainEvent) => readonly Job[];
};

/** Cache tags, audit log and search indexes are updated without a job. */
export const subscribers: Subscriber[] = [
  { name: 'email', jobsFor: emailsFor },
  { name: 'notifications', jobsFor: notificationsFor },
  { name: 'moderation', jobsFor: moderationFor },
  { name: 'spam-model', jobsFor: trainingFor },
  { name: 'akismet', jobsFor: decisionsFor },
  { name: 'comment-hiding', jobsFor: hidingFor },
  { name: 'addresses', jobsFor: readdressingFor },
];

/** The job that tells people of a comment (lib/notifications/telling.ts). */
export const TELL_OF_COMMENT = 'tell-of-comment';
/** The job that tells a reader what became of their correction (lib/notifications/telling-of-correction.ts). */
export const TELL_OF_CORRECTION = 'tell-of-correction';
/** The job that tells staff of what came to moderate (lib/notifications/moderation-email.ts). */
export const TELL_MODERATORS = 'tell-moderators';
/** The job that trains the spam model (lib/comments/spam/training.ts). */
export const TRAIN_SPAM_MODEL = 'train-spam-model';

/** The job that tells Akismet what a moderator decided (lib/comments/services/feedback.ts). */
export const SEND_DECISION = 'send-decision';
/** The job that goes on with hiding all that somebody has written, or with undoing it (lib/comments/hiding-all.ts). */
export const HIDE_COMMENTS = 'hide-comments';

/** The job that gives posts the addresses that the settings ask for (lib/posts/publishing/readdressing.ts). */
export const READDRESS_POSTS = 'readdress-posts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

export function jobsFor(id: string, event: DomainEvent, all: readonly Subscriber[] = subscribers): OutboxEvent[] {
  return all.flatMap((subscriber) =>
    subscriber.jobsFor(event).map(({ fact, ...job }, at) => {
      return { ...job, dedupeKey: `${fact ?? `${id}:${at}`}:${subscriber.name}` };
    }),
  );
}

/** An e-mail to a user. One that is about something is sent to them once, however often the event comes again. */
export function emailTo<Kind extends EmailKind>(userId: string, kind: Kind, about: EmailData<Kind>): Job {
  const job = { event: 'email', payload: { kind, userId, ...about } };
  const ids = Object.values(about);
  return ids.length > 0 ? { ...job, fact: [kind, userId, ...ids].join(':') } : job;
}

// E-mails that a visitor requests (sign-in, confirmation) are no events: lib/users/emails.ts.
function emailsFor(event: DomainEvent): Job[] {
  if (event.type === 'user.invited') {
    // Sent each time: an invitation can be sent again.
    const { event: name, payload } = emailTo(event.userId, 'invite', { byId: event.actorId ?? '' });
    return [{ event: name, payload }];
  }
  if (event.type === 'user.password-changed' && event.how === 'by-hand') {
    return [emailTo(event.userId, 'password-changed', {})];
  }
  if (event.type === 'user.email-changed') {
    return [emailTo(event.userId, 'email-changed', { address: event.oldEmail })];
  }
  if (event.type === 'user.passkey-added') return [emailTo(event.userId, 'passkey-added', {})];
  if (event.type === 'user.passkey-removed') return [emailTo(event.userId, 'passkey-removed', {})];
  if (event.type === 'comment.removed-with-reason') {
    return [emailTo(event.userId, 'comment-removed', { statementId: event.statementId })];
  }
  if (event.type === 'comment.appeal-decided') {
    return [emailTo(event.userId, 'appeal-decided', { statementId: event.statementId })];
  }
  if (event.type === 'correction.decided' && event.userId) {
    return [emailTo(event.userId, 'correction-decided', { correctionId: event.correctionId })];
  }
  if (event.type === 'note.written') {
    return event.userIds.map((userId) => emailTo(userId, 'note-written', { noteId: event.noteId }));
  }
  if (event.type === 'user.deletion-scheduled') return [emailTo(event.userId, 'deletion-scheduled', {})];
  return [];
}

// Rows decide that nobody is told twice: a comment that is hidden and approved again makes a job again.
function notificationsFor(event: DomainEvent): Job[] {
  if (event.type === 'comment.mentions-added') {
    return [{ event: TELL_OF_COMMENT, payload: { commentId: event.commentId, isChange: true }, priority: 'bulk' }];
  }
  if (event.type === 'correction.decided' && event.userId) {
    return [{ event: TELL_OF_CORRECTION, payload: { correctionId: event.correctionId } }];
  }
  if (event.type !== 'comment.published' || event.origin === 'import') return [];
  return event.comments.map(({ id }) => ({ event: TELL_OF_COMMENT, payload: { commentId: id }, priority: 'bulk' }));
}

// What comes within minutes is told together; the job sees to it that nobody is told more than once an hour.
function moderationFor(event: DomainEvent): Job[] {
  if (!['comment.pending', 'comment.reported', 'comment.appealed'].includes(event.type)) return [];
  return [atEndOf(5 * MINUTE_MS, TELL_MODERATORS)];
}

// What is decided in an hour is learnt together.
function trainingFor(event: DomainEvent): Job[] {
  return event.type === 'comment.moderated' ? [atEndOf(HOUR_MS, TRAIN_SPAM_MODEL)] : [];
}

// The job looks at what the comment is by then, so a decision that was undone is taken back by the same way.
function decisionsFor(event: DomainEvent): Job[] {
  if (event.type !== 'comment.moderated' || !env().akismet) return [];
  const decided = event.changes.filter(({ from, to }) => from !== to && (to === 'approved' || to === 'spam'));
  return decided.map(({ commentId }) => ({ event: SEND_DECISION, payload: { commentId }, priority: 'bulk' }));
}

function hidingFor(event: DomainEvent): Job[] {
  if (event.type !== 'user.comments-hidden' && event.type !== 'user.comments-shown-again') return [];
  return [{ event: HIDE_COMMENTS, payload: { hidingId: event.hidingId }, priority: 'bulk' }];
}

// What was imported, restored from elsewhere or written before stands at the top until the job has moved it.
function readdressingFor(event: DomainEvent): Job[] {
  const isDue =
    event.type === 'import.finished' || (event.type === 'settings.changed' && event.names.includes('permalinks'));
  return isDue ? [{ event: READDRESS_POSTS, payload: {}, priority: 'bulk' }] : [];
}

/** One job for each period of the clock, at its end. */
function atEndOf(periodMs: number, event: string): Job {
  const end = new Date(Math.floor(Date.now() / periodMs + 1) * periodMs);
  return { event, payload: {}, fact: end.toISOString().slice(0, 16), priority: 'bulk', notBefore: end };
}
