import * as reports from '@/lib/comments/reports/queries';
import { receiptToken } from '@/lib/comments/reports/receipt';
import { findReportable } from '@/lib/comments/reports/reporting';
import { findCommenter } from '@/lib/comments/commenter-queries';
import * as statements from '@/lib/comments/statements/queries';
import * as rules from '@/lib/comments/rules/queries';
import * as spamModel from '@/lib/comments/spam/queries';
import { listWouldHold } from '@/lib/comments/spam/recent';
import { findServiceFailures } from '@/lib/comments/services/checks';
import * as corrections from '@/lib/corrections/queries';
import { listLatestComments } from '@/lib/comments/latest-queries';
import { findCorrectable, findUncorrectable } from '@/lib/corrections/suggesting';
import { countQueue, findFilterNames, listQueue, listQueued } from '@/lib/comments/queue';
import { commentStatuses } from '@/lib/comments/comment';
import { readClosingState } from '@/lib/comments/closing-state';
import { findMovedProfile, findProfile, listCommentsOf } from '@/lib/comments/profiles';
import { listDrafts } from '@/lib/comments/drafts';
import { listColleagues } from '@/lib/notes/colleagues';
import * as notes from '@/lib/notes/queries';
import { isMuted, listMuted, listMutedComments } from '@/lib/mutes/queries';
import { readEditHistory } from '@/lib/comments/edit-history';
import * as mentions from '@/lib/comments/mentions/queries';
import { findEditableText } from '@/lib/comments/own-text';
import {
  findShownComment,
  findThreadPageOf,
  findThreadPageWith,
  getThreadPage,
  listAncestors,
  listAround,
} from '@/lib/comments/queries';
import { findLikesFor } from '@/lib/comments/like-queries';
import { findLikeableSlug } from '@/lib/comments/liking';
import { getSortedPage } from '@/lib/comments/sorted-queries';
import { findThreadState, listMoments } from '@/lib/comments/thread-state-queries';
import { countReactions, findReactableSlug, findReactionsFor } from '@/lib/reactions/queries';
import { findCommentFor, findViewerOfThread } from '@/lib/comments/viewer-state';
import { MANY } from '../factories/large-site';
import type { Read } from './large-site-reads';

const all = { state: 'all', post: '', user: '', search: '', after: '' } as const;

const quiet = { commentsCloseAfter: 7, commentsCloseFrom: 'comment', commentsThen: 'close' } as const;
const longAgo = { publishAt: new Date(0), commentsMode: 'open', commentsClosing: 'site' };

/** Everything that reads comments, by its file. */
export const commentReads: Record<string, Record<string, Read>> = {
  'lib/comments/latest-queries': { listLatestComments: ({ owner }) => listLatestComments(owner, { take: 5 }) },
  'lib/comments/profiles': {
    findProfile: ({ user }) => findProfile(user.slug),
    findMovedProfile: () => findMovedProfile('nobody'),
    listCommentsOf: ({ user }) => listCommentsOf(user.id),
  },
  'lib/comments/closing-state': {
    readClosingState: ({ busy }) => readClosingState({ id: busy.id, ...longAgo }, { rule: quiet, now: new Date() }),
  },
  'lib/comments/drafts': { listDrafts: () => listDrafts(['x'.repeat(43)]) },
  'lib/comments/mentions/queries': {
    listMentionable: ({ writer, busy }) => mentions.listMentionable(writer, busy.id),
    findMentionable: ({ writer, busy, user }) => mentions.findMentionable(writer, busy.id, `Ask @${user.name} of it`),
    listMentioned: ({ comments }) => mentions.listMentioned(comments.at(-1)!.id),
  },
  'lib/comments/own-text': { findEditableText: ({ owner, comments }) => findEditableText(owner, comments.at(-1)!.id) },
  'lib/comments/queries': {
    findShownComment: ({ writer, comments }) => findShownComment(comments.at(-1)!.id, writer.id),
    getThreadPage: ({ busy }) => getThreadPage(busy.id, 50),
    findThreadPageWith: ({ busy }) => Promise.all([1, 50, MANY].map((before) => findThreadPageWith(busy.id, before))),
    findThreadPageOf: ({ busy, comments }) => findThreadPageOf(busy.id, comments.at(-1)!.path),
    listAncestors: ({ busy, comments }) => listAncestors(busy.id, comments.at(-1)!.path),
    listAround: ({ writer, busy, comments }) => listAround(busy.id, comments.at(-1)!.path, writer.id),
  },
  'lib/comments/sorted-queries': {
    getSortedPage: ({ busy }) =>
      Promise.all((['newest', 'best'] as const).map((order) => getSortedPage(busy.id, { order, after: null }))),
  },
  'lib/comments/thread-state-queries': {
    listMoments: ({ busy }) => listMoments(busy.id),
    findThreadState: ({ busy }) => findThreadState(busy.id),
  },
  'lib/comments/like-queries': {
    findLikesFor: ({ owner, busy, comments }) =>
      findLikesFor(
        owner,
        busy.id,
        comments.map(({ id }) => id),
      ),
  },
  'lib/comments/liking': { findLikeableSlug: ({ comments }) => findLikeableSlug(comments.at(-1)!.id) },
  'lib/reactions/queries': {
    countReactions: ({ busy }) => countReactions(busy.id),
    findReactionsFor: ({ owner, busy }) => findReactionsFor(owner, busy.id),
    findReactableSlug: ({ busy }) => findReactableSlug(busy.id),
  },
  'lib/comments/commenter-queries': { findCommenter: ({ owner, user }) => findCommenter(owner, user.id) },
  'lib/comments/statements/queries': {
    listStatements: ({ writer }) => statements.listStatements(writer),
    findStatement: ({ writer }) => statements.findStatement(writer, 'none'),
    findStatementOn: ({ writer, comments }) => statements.findStatementOn(writer, comments.at(-1)!.id),
    listAppeals: ({ owner }) => statements.listAppeals(owner),
    countAppeals: ({ owner }) => statements.countAppeals(owner),
  },
  'lib/comments/queue': {
    countQueue: ({ owner }) => countQueue(owner),
    listQueued: ({ owner, comments }) => listQueued(owner, [comments.at(-1)!.id]),
    findFilterNames: ({ owner, busy, user }) => findFilterNames(owner, { post: busy.id, user: user.id }),
    listQueue: ({ owner, busy, user }) =>
      Promise.all(
        (['all', ...commentStatuses] as const).flatMap((state) => [
          listQueue(owner, { ...all, state }),
          listQueue(owner, { ...all, state, post: busy.id }),
          listQueue(owner, { ...all, state, user: user.id }),
          listQueue(owner, { ...all, state, post: busy.id, user: user.id, search: 'well said' }),
          listQueue(owner, { ...all, state, search: 'well said', sort: 'oldest' }),
        ]),
      ),
  },
  'lib/comments/edit-history': {
    readEditHistory: ({ owner, busy, comments }) =>
      readEditHistory(owner, { id: comments.at(-1)!.id, slug: busy.slug }),
  },
  'lib/mutes/queries': {
    listMuted: ({ writer }) => listMuted(writer),
    listMutedComments: ({ writer, busy }) => listMutedComments(writer, busy.id),
    isMuted: ({ writer, owner }) => isMuted(writer, owner.id),
  },
  'lib/comments/rules/queries': {
    listRules: ({ owner }) => rules.listRules(owner),
    findRule: ({ owner }) => rules.findRule(owner, 'none'),
    readActiveRules: () => rules.readActiveRules(),
  },
  'lib/comments/spam/queries': {
    readSpamModel: () => spamModel.readSpamModel(),
    findSpamModel: ({ owner }) => spamModel.findSpamModel(owner),
  },
  'lib/comments/services/checks': { findServiceFailures: ({ owner }) => findServiceFailures(owner) },
  'lib/comments/spam/recent': { listWouldHold: ({ owner }) => listWouldHold(owner) },
  'lib/comments/viewer-state': {
    findViewerOfThread: ({ writer, busy }) => findViewerOfThread(writer, busy.id),
    findCommentFor: ({ owner, busy, comments }) => findCommentFor(owner, { id: comments.at(-1)!.id, slug: busy.slug }),
  },
  'lib/comments/reports/queries': {
    listReported: ({ owner }) => reports.listReported(owner),
    countReported: ({ owner }) =>
      Promise.all([false, true].map((isShown) => reports.countReported(owner, { isShown }))),
    findReceipt: async ({ comments }) => reports.findReceipt(receiptToken(comments.at(-1)!.id)),
  },
  'lib/comments/reports/reporting': {
    findReportable: ({ writer, comments }) => findReportable(comments.at(-1)!.id, writer),
  },
  'lib/corrections/queries': {
    listCorrectionsOf: ({ busy }) => corrections.listCorrectionsOf(busy.id),
    listCorrections: () => Promise.all([1, 200].map(corrections.listCorrections)),
    listOpenCorrections: ({ owner, writer }) => Promise.all([owner, writer].map(corrections.listOpenCorrections)),
    findDecided: ({ writer }) => corrections.findDecided(writer, { id: 'none' }),
    countOpenCorrections: ({ owner, writer }) => Promise.all([owner, writer].map(corrections.countOpenCorrections)),
  },
  'lib/notes/colleagues': { listColleagues: ({ busy }) => listColleagues(busy.id) },
  'lib/notes/queries': {
    listNotes: ({ owner, busy }) => notes.listNotes(owner, busy.id),
    getDiscussed: ({ owner, busy }) => notes.getDiscussed(owner, busy.id),
    findTold: ({ owner, writer }) => Promise.all([owner, writer].map((actor) => notes.findTold(actor, 'none'))),
    exportNotes: ({ owner }) => notes.exportNotes(owner),
    namesIn: ({ user }) => notes.namesIn([{ body: `@[${user.id}]` }]),
  },
  'lib/corrections/suggesting': {
    findCorrectable: ({ busy }) => findCorrectable(busy.id),
    findUncorrectable: ({ busy }) => findUncorrectable(busy.id),
  },
};
