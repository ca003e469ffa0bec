import type { Metadata } from 'next';
import { MailedText } from '@/components/comments/mailed-text';
import { findMailed, findMailedPost, LINK_DAYS } from '@/lib/comments/mailed';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Look into your e-mail', robots: 'noindex' };

/** Confirms a comment written without signing in. The same for every address, with or without an account. */
export default async function CommentSentPage({ searchParams }: PageProps<'/comments/sent'>) {
  const id = only((await searchParams).comment) ?? '';
  const mailed = await findMailed({ id });
  const post = mailed && (await findMailedPost(mailed.postId));
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>{mailed?.text ? 'Look into your e-mail' : 'Nothing waits here'}</h1>
      </header>
      {mailed?.text ? (
        <>
          <p role="status">{whatToDo(mailed.text.email)}</p>
          <MailedText body={mailed.text.body} post={post} />
        </>
      ) : (
        <p>The comment was published, or deleted after two weeks.</p>
      )}
      {post && (
        <p>
          <a href={paths.post(post.slug)}>Back to the post</a>
        </p>
      )}
    </main>
  );
}

function whatToDo(email: string) {
  const where = `We sent a link to ${email}. Open it on any device within ${LINK_DAYS} days and press the button`;
  return `${where}: that publishes your comment and signs you in. Until then nobody sees it.`;
}
