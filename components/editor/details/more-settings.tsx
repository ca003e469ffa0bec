import type { ComponentProps, ReactNode } from 'react';
import type { EditorPost } from '../editor-post';
import { PreviewLinks } from '../publishing/preview-links';
import { RevisionList } from '../revisions/revision-list';
import { OutlineDetails } from './outline-details';

type MoreProps = {
  post: EditorPost;
  previews: Omit<ComponentProps<typeof PreviewLinks>, 'previews'>;
  outline: ReactNode;
  isOutdated: boolean;
  onRestore: (revisionId: string) => void;
};

/** What stands below the fields in the post settings. */
export function MoreSettings({ post, previews, outline, isOutdated, onRestore }: MoreProps) {
  return (
    <>
      <OutlineDetails>{outline}</OutlineDetails>
      <PreviewLinks {...previews} previews={post.previews} />
      <RevisionList postId={post.id} revisions={post.revisions} {...{ isOutdated, onRestore }} />
    </>
  );
}
