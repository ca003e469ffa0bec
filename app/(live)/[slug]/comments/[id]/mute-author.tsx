import { FieldsForm } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import type { Actor } from '@/lib/auth/actor';
import type { CommentWithContext } from '@/lib/comments/viewer-state';
import { isMuted } from '@/lib/mutes/queries';
import { paths } from '@/lib/web/paths';
import { muteAction } from '@/app/(auth)/account/muted/actions';

/** Hides the comments of this one's author from the viewer, or shows them again. */
export async function MuteAuthor({ actor, found, t }: { actor: Actor; found: CommentWithContext; t: Translator }) {
  const { id, author } = found.comment;
  if (found.isOwn || author.id === null || found.status !== 'approved') return null;
  const muted = await isMuted(actor, author.id);
  return (
    <section className="comment-actions" aria-labelledby="mute">
      <h2 id="mute">
        <bdi>{author.name}</bdi>
      </h2>
      <p>
        <span>{muted ? t('single.youMuted') : t('single.mayMute')}</span>
        <a href={paths.muted()}>{t('single.mutedPeople')}</a>
      </p>
      <FieldsForm
        action={muteAction}
        isOneOfSeveral
        hidden={{ commentId: id, intent: muted ? 'unmute' : 'mute' }}
        fields={[]}
        submit={muted ? t('single.unmute') : t('single.mute')}
        tone="plain"
      />
    </section>
  );
}
