import { within } from '@/components/comments/within';
import type { StaffWords } from '@/lib/comments/viewer-state';
import { paths } from '@/lib/web/paths';

/** Leads those who may edit a post from its page to the editor. At the edge of the window: it comes late and moves nothing. */
export function EditLink({ postId, words }: { postId: string; words: StaffWords }) {
  return within(
    '#content',
    <a className="button" href={paths.admin.post(postId)} lang={words.language} style={atEdge}>
      {words.edit}
    </a>,
    'edit-post',
  );
}

const atEdge = { position: 'fixed', insetBlockEnd: '7rem', insetInlineEnd: '1rem', zIndex: 5 } as const;
