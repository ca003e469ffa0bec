/** Files of the admin whose words are not translated yet, by area. */
export const toCome: readonly string[] = [
  // Settings, comments and status.
  'app/(admin)/admin/comments/appeals/page.tsx',
  'app/(admin)/admin/comments/authors/[user]/page.tsx',
  'app/(admin)/admin/comments/corrections/page.tsx',
  'app/(admin)/admin/comments/page.tsx',
  'app/(admin)/admin/comments/reports/page.tsx',
  'app/(admin)/admin/comments/rules/[id]/page.tsx',
  'app/(admin)/admin/comments/rules/page.tsx',
  'app/(admin)/admin/comments/spam/page.tsx',
  'app/(admin)/admin/comments/tool-actions.ts',
  'components/comments/moderation-forms.tsx',
  'components/comments/queue-tools.tsx',
  'components/comments/restriction-form.tsx',
  'components/comments/appeal-decision-form.tsx',
  'components/comments/appeal-row.tsx',
  'components/comments/held-by-spam-model.tsx',
  'components/comments/hiding-section.tsx',
  'components/comments/lock-form.tsx',
  'components/comments/moderation-notice.tsx',
  'components/comments/queue-filters.tsx',
  'components/comments/queue-row.tsx',
  'components/comments/restriction-section.tsx',
  'components/comments/rule-form.tsx',
  'components/comments/rule-rows.tsx',
  'components/comments/rule-test-form.tsx',
  'components/comments/rule-test-result.tsx',
  'components/comments/service-state.tsx',
  'components/comments/spam-figures.tsx',
  'components/corrections/correction-row.tsx',
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
  'app/(admin)/admin/posts/[id]/statistics/page.tsx',
  'app/(admin)/admin/slots/[id]/statistics/page.tsx',
  'app/(admin)/admin/slots/statistics/page.tsx',
  'components/statistics/all-slot-statistics.tsx',
  'components/statistics/arm-comparison.tsx',
  'components/statistics/filtered-table.tsx',
  'components/statistics/post-statistics.tsx',
  'components/statistics/reader-statistics.tsx',
  'components/statistics/slot-health.tsx',
  'components/statistics/slot-statistics.tsx',
  // End of statistics.
  // Slots, campaigns, sellers and the media kit.
  // End of slots, campaigns, sellers and the media kit.
];
