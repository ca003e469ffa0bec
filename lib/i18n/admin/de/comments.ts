/** Moderation: the queue, reports, appeals, rules and corrections. */
export const comments = {};
