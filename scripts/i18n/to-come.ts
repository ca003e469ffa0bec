/** Files of the admin whose words are not translated yet, by area. */
export const toCome: readonly string[] = [
  // Settings, comments and status.
  // End of settings, comments and status.
  // Posts, pages, the editor, media, tags, users and imports.
  // End of posts, pages, the editor, media, tags, users and imports.
  // Statistics.
  // End of statistics.
  // Slots, campaigns, sellers and the media kit.
  // End of slots, campaigns, sellers and the media kit.
];
