/** Users and invitations. */
export const users = {};
