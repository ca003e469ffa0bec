import { expect, test } from 'vitest';
import { adminTextIn } from '@/lib/i18n/admin/admin-text';
import { german } from '@/lib/i18n/admin/de';
import { noCounts } from './counts';
import { describeUndo } from './undo-question';

const t = adminTextIn('en', {});
const nothing = { created: noCounts(), updated: noCounts(), redirects: 0 };

test('says that undoing an empty import deletes nothing', () => {
  expect(describeUndo(nothing, t)).toBe('This import added and changed nothing, so undoing it deletes nothing.');
});

test('what an undo would delete and put back is named, and nothing else', () => {
  expect(describeUndo({ ...nothing, created: { ...noCounts(), posts: 2, tags: 1 } }, t)).toBe(
    'What this import added (2 posts and 1 tag) is deleted, unless it was changed or is in use here. This cannot be undone, but you can import the file again.',
  );
  expect(describeUndo({ ...nothing, updated: { ...noCounts(), pages: 1 }, redirects: 1 }, t)).toBe(
    'What it updated (1 page) goes back to the earlier version, unless it was changed since. 1 old address is no longer redirected. This cannot be undone, but you can import the file again.',
  );
});

test('gives no counts for an unfinished import', () => {
  expect(describeUndo(null, t)).toMatch(/^Whatever this import added is deleted, .* This cannot be undone/);
});

test('is said in German, with what was counted', () => {
  const created = { ...noCounts(), posts: 2, tags: 1 };
  expect(describeUndo({ ...nothing, created, redirects: 2 }, adminTextIn('de', german))).toBe(
    'Was dieser Import hinzugefügt hat (2 Beiträge und 1 Schlagwort), wird gelöscht, außer es wurde geändert oder wird hier verwendet. 2 alte Adressen werden nicht mehr weitergeleitet. Das kann nicht rückgängig gemacht werden, aber Sie können die Datei noch einmal importieren.',
  );
});
