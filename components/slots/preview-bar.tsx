import { useText } from '#text';

type Choice = { slug: string; title: string; isShown: boolean };

type Props = {
  name: string;
  /** Why the slot is not on this page. */
  refusal: string | null;
  post?: { slug: string; title: string };
  posts?: Choice[];
};

/** The bar above a preview, with a choice of posts. */
export function PreviewBar({ name, refusal, post, posts = [] }: Props) {
  const t = useText();
  return (
    <aside className="slot-preview-bar" aria-label={t('Preview')} lang={t.language} dir="ltr">
      <p>
        <span>{t('Preview of the slot “{name}”. Readers do not see it yet.', { name })}</span>
        {refusal && <strong>{` ${t('It is not shown on this page: {reason}', { reason: t.said(refusal) })}`}</strong>}
      </p>
      {post && posts.length > 1 && (
        <form method="get">
          <label htmlFor="post">{t('On the post')}</label>{' '}
          <select className="select" id="post" name="post" defaultValue={post.slug}>
            <Choices label={t('Shows the slot')} posts={posts.filter(({ isShown }) => isShown)} />
            <Choices label={t('Does not show it')} posts={posts.filter(({ isShown }) => !isShown)} />
          </select>{' '}
          <button className="button">{t('Show')}</button>
        </form>
      )}
    </aside>
  );
}

function Choices({ label, posts }: { label: string; posts: Choice[] }) {
  if (posts.length === 0) return null;
  return (
    <optgroup label={`${label} (${posts.length})`}>
      {posts.map(({ slug, title }) => (
        <option key={slug} value={slug}>
          {title || slug}
        </option>
      ))}
    </optgroup>
  );
}
