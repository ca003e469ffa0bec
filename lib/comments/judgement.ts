/** What services were asked and said, as it is stored (`CommentCheck`). */
export type Check = { sealed: string; said: 'spam' | 'ham' | ''; failure: string };

/** What rules, the spam model or services say of a text that is not refused; `outcome` is null if they say nothing. */
export type Judgement = {
  source: 'rules' | 'model' | 'services';
  outcome: 'hold' | 'spam' | null;
  ruleIds: string[];
  reasons: string[];
  judgedAt: Date;
  /** If services were asked. */
  check?: Check;
};

const severity = { approved: 0, pending: 1, spam: 2, shadowed: 3 };

export function noJudgement(judgedAt: Date): Judgement {
  return { source: 'rules', outcome: null, ruleIds: [], reasons: [], judgedAt };
}

/** The status that a comment gets: the stricter of the policy's and the judgement's. */
export function judgedStatus<Status extends 'approved' | 'pending' | 'shadowed'>(
  status: Status,
  { outcome }: Judgement,
) {
  const judged = outcome === 'spam' ? 'spam' : outcome === 'hold' ? 'pending' : 'approved';
  return severity[judged] > severity[status] ? judged : status;
}
