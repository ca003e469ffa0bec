import type { Actor } from '@/lib/auth/actor';
import { findDecided } from '@/lib/corrections/queries';
import type { Translator } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';

type Props = { actor: Actor; commentId: string; t: Translator };

/** What became of the correction that the viewer's own comment suggests, and the editor's note. */
export async function CorrectionNotice({ actor, commentId, t }: Props) {
  const decided = await findDecided(actor, { commentId });
  if (!decided) return null;
  const { status, note, post } = decided;
  const isAccepted = status === 'accepted';
  const sentence = isAccepted ? 'corrections.toldAccepted' : 'corrections.toldDeclined';
  return (
    <div className="notice">
      <p>{t(sentence, { title: titleOf(post) })}</p>
      {note && <p dir="auto">{t(isAccepted ? 'corrections.articleNote' : 'corrections.note', { note })}</p>}
    </div>
  );
}
