/** Stands for the title of a post that is not public, for those who may not open it. */
export const HIDDEN_TITLE = 'A post that is not public';
