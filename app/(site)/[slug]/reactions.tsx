import { ReactionButtons } from '@/components/reactions/reaction-buttons';
import { ToggleForm } from '@/components/toggles/toggle-form';
import { offeredReactions } from '@/lib/reactions/reaction';
import { readSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { readReactions } from '../thread-reads';
import { reactAction } from './like-actions';
import './reactions.css';

/** Reactions below a post; the same for every reader. */
export async function Reactions({ post }: { post: { id: string; slug: string; type: string } }) {
  const kinds = offeredReactions(await readSettings());
  if (post.type !== 'post' || kinds.length === 0) return null;
  return (
    <section className="post-reactions" aria-label="Reactions to this post">
      <ToggleForm
        id="reactions"
        className="reactions"
        label="Reactions"
        action={reactAction}
        ownAt={paths.myReactions(post.id)}
      >
        <ReactionButtons postId={post.id} kinds={kinds} counts={await readReactions(post.id)} />
      </ToggleForm>
      <noscript>
        <p className="comments__age">
          The numbers are at most a minute old. <a href={paths.reactions(post.slug)}>Change your reactions</a>
        </p>
      </noscript>
    </section>
  );
}
