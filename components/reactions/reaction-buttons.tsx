import { reactionNames, type ReactionCounts, type ReactionKind } from '@/lib/reactions/reaction';

type Props = {
  postId: string;
  kinds: ReactionKind[];
  counts: ReactionCounts;
  /** Known where the page is made for the viewer. */
  own?: ReactionKind[];
};

/** One button for each reaction to a post, which says how many there are. */
export function ReactionButtons({ postId, kinds, counts, own }: Props) {
  return (
    <>
      <input type="hidden" name="postId" value={postId} />
      {own && <input type="hidden" name="here" value="yes" />}
      <p className="reactions__kinds">
        {kinds.map((kind) => (
          <ReactionButton key={kind} kind={kind} count={counts[kind] ?? 0} isOwn={own?.includes(kind)} />
        ))}
      </p>
    </>
  );
}

type ButtonProps = { kind: ReactionKind; count: number; isOwn: boolean | undefined };

function ReactionButton({ kind, count, isOwn }: ButtonProps) {
  const { label, sign } = reactionNames[kind];
  return (
    <button className="reactions__kind" name={isOwn ? 'remove' : 'add'} value={kind} aria-pressed={isOwn}>
      <span aria-hidden="true">{sign}</span> <span className="toggle__label">{label}</span>{' '}
      <span className="toggle__count">{count > 0 ? String(count) : ''}</span>
    </button>
  );
}
