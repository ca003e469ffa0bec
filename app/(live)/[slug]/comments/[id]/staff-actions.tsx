import { AdminTextProvider } from '@/components/text/admin-text';
import { adminText } from '@/components/text/server';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { HighlightActions } from './highlight-actions';
import { ModeratorActions } from './moderator-actions';

/** What staff can do about a comment, in the language of their dashboard. */
export async function StaffActions({ found }: { found: CommentWithContext }) {
  const { moderate, pin, pick } = found.can;
  if (!moderate && !pin && !pick) return null;
  const { language } = await adminText();
  return (
    <AdminTextProvider language={language}>
      <div lang={language} dir="ltr">
        <HighlightActions found={found} />
        {moderate && <ModeratorActions found={found} />}
      </div>
    </AdminTextProvider>
  );
}
