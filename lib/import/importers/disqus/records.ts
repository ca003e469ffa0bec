import { createHash } from 'node:crypto';
import { readIsoDate } from '../../reading/iso-dates';
import type { XmlNode } from '../../reading/xml/records';
import type { CommentFields } from '../../threads/thread-reading';
import type { ThreadRecord } from '../../threads/thread-store';
import { readMessage } from './messages';
import { childOf, factOf, idOf, isTrue } from './nodes';

/** A thread; `place`: where it is in the file. Null without an id, by which alone comments name it. */
export function readThread(node: XmlNode, place: string): ThreadRecord | null {
  const sourceId = idOf(node);
  if (!sourceId) return null;
  const title = factOf(node, 'title');
  const identifier = factOf(node, 'id');
  return {
    sourceId,
    where: `${place}, thread ${title ? `“${title.slice(0, 80)}”` : sourceId}`,
    title,
    addresses: [factOf(node, 'link'), ...addressesIn(identifier)].filter(Boolean),
    postIds: postIdsIn(identifier),
    createdAt: readIsoDate(factOf(node, 'createdAt')),
    isClosed: isTrue(node, 'isClosed'),
    isDeleted: isTrue(node, 'isDeleted'),
  };
}

/** A comment, and the thread that it names. The IP address is not read. */
export function readPost(node: XmlNode): { threadId: string; comment: CommentFields } {
  const threadId = idOf(childOf(node, 'thread'));
  const author = childOf(node, 'author');
  const message = childOf(node, 'message')?.text ?? '';
  const date = factOf(node, 'createdAt');
  const names = [factOf(author, 'name'), factOf(author, 'username')];
  const comment = {
    id: idOf(node) || idMadeOf([threadId, date, ...names, message]),
    parentId: idOf(childOf(node, 'parent')),
    status: statusOf(node),
    date,
    names,
    email: factOf(author, 'email'),
    html: readMessage(message),
  };
  return { threadId, comment };
}

function statusOf(node: XmlNode): CommentFields['status'] {
  if (isTrue(node, 'isSpam')) return 'spam there';
  if (isTrue(node, 'isDeleted')) return 'deleted';
  return /^(?:false|0)$/i.test(factOf(node, 'isApproved')) ? 'pending' : 'approved';
}

// The same in every export.
function idMadeOf(facts: readonly string[]) {
  return `made-${createHash('sha256').update(JSON.stringify(facts)).digest('hex').slice(0, 32)}`;
}

/** An identifier may be an address, a path, or an id and an address ("12 https://example.org/?p=12"). */
function addressesIn(identifier: string) {
  const address = /(?:^|\s)((?:https?:)?\/\/?\S+)$/i.exec(identifier)?.[1];
  return address ? [address] : [];
}

/** Ids of the post in its former system. A bare number could be anybody's. */
function postIdsIn(identifier: string) {
  const numbered = /^(\d{1,20})\s+https?:/i.exec(identifier)?.[1];
  const named = /^(?:[a-z]+-)?([0-9a-f]{24}|[0-9a-f-]{36})$/i.exec(identifier)?.[1];
  return [...new Set([numbered, named, named && identifier].filter((id) => id !== undefined))];
}
