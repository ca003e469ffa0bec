import { useText } from '#text';
import { otherEditorOf } from '@/lib/posts/editing/other-editor';
import { shortMoment } from '@/lib/time/site-time';

type Props = { revisions: Parameters<typeof otherEditorOf>[0]; ownId: string; timeZone: string };

/** Says who may be editing this post at the same time. */
export function OtherEditorNotice({ revisions, ownId, timeZone }: Props) {
  const t = useText();
  const other = otherEditorOf(revisions, ownId);
  return (
    other && (
      <p className="notice" role="status">
        {t(
          '{name} changed this at {moment}, and may still be editing it. If you both do, the second to save sees both versions first.',
          { name: other.name, moment: shortMoment(other.at, { timeZone, language: t.language }) },
        )}
      </p>
    )
  );
}
