/** The editor of posts and pages, its settings and versions. */
export const editor = {};
