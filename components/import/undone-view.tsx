import { Problems } from './problems';
import type { UndoReport } from '@/lib/import/undoing';

/** What taking an import back removed, and what stays because people have built upon it. */
export function UndoneView({ undo: { removed, restored, kept } }: { undo: UndoReport }) {
  const sentence = [
    `This import was undone. Gone again: ${removed.posts + removed.pages} posts and pages, ${removed.comments} comments,`,
    `${removed.tags} tags, ${removed.authors} authors and ${removed.redirects} old addresses.`,
    removed.media > 0 && `${removed.media} pictures are gone from the library.`,
    removed.files > 0 && `${removed.files} other files are gone.`,
    restored > 0 && `${restored} updated posts are what they were before.`,
  ].filter(Boolean);
  return (
    <div className="import-report">
      <p className="notice notice--done" role="status">
        {sentence.join(' ')}
      </p>
      <Problems title="What stays" problems={kept} />
    </div>
  );
}
