import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import type { Action } from '@/components/ui/action-errors';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = {
  comments: { id: string; author: string; post: { title: string; slug: string } }[];
  action: Action;
};

/** The comments whose replies somebody follows, each with a button to end it. */
export function FollowedComments({ comments, action }: Props) {
  return (
    <section className="auth__part" aria-labelledby="followed-comments-head">
      <h2 id="followed-comments-head">Conversations that you follow</h2>
      <EarlierAnswer action={action} at="#followed-comments-head" />
      <ul className="sessions">
        {comments.map(({ id, author, post }) => (
          <li key={id} className="followed">
            <a href={paths.comment(post.slug, id)}>
              <span>Replies to </span>
              <bdi>{author}</bdi>
              <span> on </span>
              <bdi>{titleOf(post)}</bdi>
            </a>
            <ActionForm action={action} fields={{ commentId: id }} at="#followed-comments-head">
              <button className="button button--quiet" aria-label={`Unfollow replies to ${author} on ${titleOf(post)}`}>
                Unfollow
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
