import { listUsers } from '@/lib/users/admin-cli';
import { findChoices } from '@/lib/notifications/choices';
import { findEmailedComment } from '@/lib/notifications/emailed-comment';
import { exportNotifications } from '@/lib/notifications/own-data';
import {
  countUnread,
  findUnreadDecisions,
  findEmailRefusal,
  isFollowing,
  isFollowingReplies,
  listFollowed,
  listFollowedComments,
  listNotifications,
} from '@/lib/notifications/queries';
import { exportOwnData } from '@/lib/users/own-data';
import { listPasskeys } from '@/lib/users/passkeys';
import { findCurrentUser, findOwnAccount, findUser, findUserPage } from '@/lib/users/queries';
import { listOwnSessions } from '@/lib/users/sessions';
import type { Read } from './large-site-reads';

const everybody = { search: '', role: '', after: '' } as const;

/** What is read of accounts, and of what they are told. */
export const peopleReads: Record<string, Record<string, Read>> = {
  'lib/users/admin-cli': { listUsers: () => Promise.all([listUsers(null), listUsers('author')]) },
  'lib/users/own-data': { exportOwnData: ({ writer }) => exportOwnData(writer) },
  'lib/users/queries': {
    findCurrentUser: ({ writer }) => findCurrentUser(writer),
    findOwnAccount: ({ writer }) => findOwnAccount(writer),
    findUser: ({ owner, user }) => findUser(owner, user.id),
    findUserPage: ({ owner }) =>
      Promise.all(
        [
          {},
          { sort: 'name' },
          { sort: 'role-asc' },
          { sort: 'joined-asc', role: 'author' as const },
          { role: 'author' as const },
          { search: 'writer' },
          { search: 'writer', role: 'author' as const },
        ].map((filter) => findUserPage(owner, { ...everybody, ...filter })),
      ),
  },
  'lib/notifications/choices': { findChoices: ({ writer }) => findChoices(writer) },
  'lib/notifications/emailed-comment': {
    findEmailedComment: ({ comments }) => findEmailedComment(comments.at(-1)!.id),
  },
  'lib/notifications/own-data': { exportNotifications: ({ writer }) => exportNotifications(writer) },
  'lib/notifications/queries': {
    countUnread: ({ writer }) => countUnread(writer),
    findUnreadDecisions: ({ writer }) => findUnreadDecisions(writer),
    listNotifications: ({ writer }) => listNotifications(writer),
    isFollowing: ({ writer, busy }) => isFollowing(writer, busy.id),
    findEmailRefusal: ({ writer }) => findEmailRefusal(writer),
    listFollowed: ({ writer }) => listFollowed(writer),
    isFollowingReplies: ({ writer, comments }) => isFollowingReplies(writer, comments.at(-1)!.id),
    listFollowedComments: ({ writer }) => listFollowedComments(writer),
  },
  'lib/users/passkeys': { listPasskeys: ({ writer }) => listPasskeys(writer) },
  'lib/users/sessions': { listOwnSessions: ({ writer }) => listOwnSessions(writer) },
};
