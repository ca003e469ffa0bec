/** What readers may find wrong with what a slot shows. */
export const readerReasons = ['irrelevant', 'offensive', 'misleading', 'broken', 'covers'] as const;
export type ReaderReason = (typeof readerReasons)[number];

export const readerReasonNames: Record<ReaderReason, string> = {
  irrelevant: 'Not relevant to me',
  offensive: 'It is offensive',
  misleading: 'It is misleading',
  broken: 'It is broken',
  covers: 'It covers the content',
};
