import { translatorOf } from '@/lib/i18n/translator';
import { reactionNames, type ReactionCounts, type ReactionKind } from '@/lib/reactions/reaction';

type Props = {
  postId: string;
  kinds: ReactionKind[];
  counts: ReactionCounts;
  language: string;
  /** Known where the page is made for the viewer. */
  own?: ReactionKind[];
};

/** One button for each reaction to a post, which says how many there are. */
export function ReactionButtons({ postId, kinds, counts, language, own }: Props) {
  const t = translatorOf(language);
  return (
    <>
      <input type="hidden" name="postId" value={postId} />
      {own && <input type="hidden" name="here" value="yes" />}
      <p className="reactions__kinds">
        {kinds.map((kind) => (
          <ReactionButton
            key={kind}
            kind={kind}
            label={t(`reaction.${kind}`)}
            count={counts[kind] ?? 0}
            isOwn={own?.includes(kind)}
          />
        ))}
      </p>
    </>
  );
}

type ButtonProps = { kind: ReactionKind; label: string; count: number; isOwn: boolean | undefined };

function ReactionButton({ kind, label, count, isOwn }: ButtonProps) {
  const { sign } = reactionNames[kind];
  return (
    <button className="reactions__kind" name={isOwn ? 'remove' : 'add'} value={kind} aria-pressed={isOwn}>
      <span aria-hidden="true">{sign}</span> <span className="toggle__label">{label}</span>{' '}
      <span className="toggle__count">{count > 0 ? String(count) : ''}</span>
    </button>
  );
}
