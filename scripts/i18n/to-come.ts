/** Files of the admin whose words are not translated yet, by area. */
export const toCome: readonly string[] = [
  // Settings, comments and status.
  // End of settings, comments and status.
  // Posts, pages, the editor, media, tags, users and imports.
  'components/editor/document/tables.ts',
  'components/editor/tiptap/editor-document.ts',
  'components/editor/tiptap/footnotes.ts',
  'components/editor/tiptap/missing-view.ts',
  'components/editor/tiptap/node-views.ts',
  'components/editor/tiptap/paste-handling.ts',
  'components/editor/tiptap/slot-spots.ts',
  'components/editor/tiptap/uploads.ts',
  // End of posts, pages, the editor, media, tags, users and imports.
  // Statistics.
  // End of statistics.
  // Slots, campaigns, sellers and the media kit.
  // End of slots, campaigns, sellers and the media kit.
];
