import { Message } from '@/components/layout/message';
import type { Translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';

type Props = { body: string; post: { title: string; slug: string } | null; t: Translator };

/** A comment that its writer has not published yet, with the post it is about. */
export function MailedText({ body, post, t }: Props) {
  return (
    <div className="field">
      <label htmlFor="mailed-text">
        {post ? <Message parts={t.parts('sent.yoursOn', { title: <PostLink post={post} /> })} /> : t('sent.yours')}
      </label>
      <textarea className="textarea" id="mailed-text" readOnly defaultValue={body} dir="auto" />
    </div>
  );
}

function PostLink({ post }: { post: { title: string; slug: string } }) {
  return (
    <a href={paths.post(post.slug)}>
      <bdi>{post.title}</bdi>
    </a>
  );
}
