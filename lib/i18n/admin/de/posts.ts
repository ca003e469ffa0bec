/** Lists of posts and pages. */
export const posts = {};
