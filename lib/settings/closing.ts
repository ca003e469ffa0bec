/** After how many days comments can close. */
export const closingDays = [7, 14, 30, 60, 90, 180, 365] as const;

/** From what those days are counted. Without a comment, the last comment is the publication. */
export const closingStarts = { publication: 'publication', comment: 'the last comment' } as const;

export type ClosingStart = keyof typeof closingStarts;
