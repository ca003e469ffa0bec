import { isSeen } from '@/lib/text/visible-text';
import { commentStatuses } from './comment';
import type { ModerationAction, ReportDecision } from './policy';

export const queueStates = [...commentStatuses, 'all'] as const;
export type QueueState = (typeof queueStates)[number];

/** `sort`: newest first where it is absent. */
export type QueueFilter = {
  state: QueueState;
  post: string;
  user: string;
  search: string;
  sort?: 'oldest';
  after: string;
};

type Query = Record<string, string | string[] | undefined>;

/** Reads a filter from a query string; ignores invalid values. */
export function parseQueueFilter(query: Query): QueueFilter {
  const text = (name: string) => {
    const value = query[name];
    const typed = (Array.isArray(value) ? value[0] : value)?.trim() ?? '';
    // No form sends U+0000: such a search finds nothing instead of everything.
    return isSeen(typed) || typed.includes('\0') ? typed.slice(0, 200) : '';
  };
  const state = queueStates.find((one) => one === text('state')) ?? 'pending';
  const after = /^\d{1,16}_[0-9a-f-]{36}$/.test(text('after')) ? text('after') : '';
  const sort = text('sort') === 'oldest' ? ({ sort: 'oldest' } as const) : {};
  const [post, user] = [idOf(text('post')), idOf(text('user') || text('person'))];
  return { state, post, user, search: text('search'), ...sort, after };
}

/** The query string of a filter, without default values. */
export function queueQuery(filter: Partial<QueueFilter>) {
  const entries = Object.entries(filter).filter(([name, value]) => value && !(name === 'state' && value === 'pending'));
  return new URLSearchParams(entries as [string, string][]).toString();
}

function idOf(value: string) {
  return /^[\w-]{1,40}$/.test(value) ? value : '';
}

export const actionNames: Record<ModerationAction, string> = {
  approve: 'Approve',
  hide: 'Hide',
  restore: 'Restore',
  delete: 'Delete',
  spam: 'Spam',
};

export const actionDone: Record<ModerationAction | 'undo', (what: string) => string> = {
  approve: (what) => `Approved ${what}.`,
  hide: (what) => `Hid ${what}.`,
  restore: (what) => `Restored ${what}.`,
  delete: (what) => `Deleted ${what}.`,
  spam: (what) => `Marked ${what} as spam.`,
  undo: (what) => `Undone for ${what}.`,
};

export const decisionNames: Record<ReportDecision, string> = {
  keep: 'Keep',
  hold: 'Hide until decided',
  remove: 'Remove',
};

export const decisionDone: Record<ReportDecision | 'undo', (what: string) => string> = {
  keep: (what) => `Kept ${what}. New reports no longer hide it.`,
  hold: (what) => `Hid ${what} until you decide.`,
  remove: (what) => `Removed ${what}.`,
  undo: actionDone.undo,
};
