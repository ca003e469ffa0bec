import { ReactionButtons } from '@/components/reactions/reaction-buttons';
import { ToggleForm } from '@/components/toggles/toggle-form';
import { linksTo, Message } from '@/components/layout/message';
import { translatorOf } from '@/lib/i18n/translator';
import { offeredReactions } from '@/lib/reactions/reaction';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { readReactions } from '../thread-reads';
import { reactAction } from './like-actions';

/** Reactions below a post; the same for every reader. */
export async function Reactions({ post }: { post: { id: string; slug: string; type: string } }) {
  const settings = await readSettings();
  const kinds = offeredReactions(settings);
  if (post.type !== 'post' || kinds.length === 0) return null;
  const t = translatorOf(settings.language);
  return (
    <section className="post-reactions" aria-label={t('reaction.section')}>
      <ToggleForm
        id="reactions"
        className="reactions"
        label={t('reaction.label')}
        action={reactAction}
        ownAt={paths.myReactions(post.id)}
      >
        <ReactionButtons
          postId={post.id}
          kinds={kinds}
          counts={await readReactions(post.id)}
          language={settings.language}
        />
      </ToggleForm>
      <noscript>
        <p className="comments__age">
          <Message parts={t.parts('reaction.age', {}, linksTo({ own: paths.reactions(post.slug) }))} />
        </p>
      </noscript>
    </section>
  );
}
