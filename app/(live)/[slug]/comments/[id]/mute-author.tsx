import { FieldsForm } from '@/components/ui/fields-form';
import type { Translator } from '@/lib/i18n/translator';
import type { Actor } from '@/lib/auth/actor';
import { isMuted } from '@/lib/mutes/queries';
import { paths } from '@/lib/web/paths';
import { muteAction } from '@/app/(auth)/account/muted/actions';

type Props = {
  actor: Actor;
  author: { id: string; name: string };
  /** One that everybody can read: by it the author is named. */
  commentId: string;
  t: Translator;
};

/** Hides a person's comments from the viewer, or shows them again. */
export async function MuteAuthor({ actor, author, commentId, t }: Props) {
  if (author.id === actor.id) return null;
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
      <noscript>
        <p className="notice">{t('single.muteNeedsScript')}</p>
      </noscript>
      <FieldsForm
        action={muteAction}
        isOneOfSeveral
        hidden={{ commentId, intent: muted ? 'unmute' : 'mute' }}
        fields={[]}
        submit={muted ? t('single.unmute') : t('single.mute')}
        tone="plain"
      />
    </section>
  );
}
