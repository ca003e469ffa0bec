/** What readers may find wrong with a comment. */
export const reportReasons = ['spam', 'harassment', 'hate', 'private', 'illegal', 'other'] as const;
export type ReportReason = (typeof reportReasons)[number];

export const reportReasonNames: Record<ReportReason, string> = {
  spam: 'Spam or advertising',
  harassment: 'Harassment or insults',
  hate: 'Hate',
  private: 'Private information',
  illegal: 'Something illegal',
  other: 'Something else',
};
