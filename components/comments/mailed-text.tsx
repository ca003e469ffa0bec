import { paths } from '@/lib/web/paths';

type Props = { body: string; post: { title: string; slug: string } | null };

/** A comment that its writer has not published yet, with the post it is about. */
export function MailedText({ body, post }: Props) {
  return (
    <div className="field">
      <label htmlFor="mailed-text">
        Your comment
        {post && (
          <>
            {' on '}
            <a href={paths.post(post.slug)}>
              <bdi>{post.title}</bdi>
            </a>
          </>
        )}
      </label>
      <textarea className="textarea" id="mailed-text" readOnly defaultValue={body} dir="auto" />
    </div>
  );
}
