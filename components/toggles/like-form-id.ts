/** The form of all "Like" buttons of a thread, which are static. */
export const LIKE_FORM = 'likes';
