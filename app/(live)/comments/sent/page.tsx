import type { Metadata } from 'next';
import { MailedText } from '@/components/comments/mailed-text';
import { findMailed, findMailedPost, LINK_DAYS } from '@/lib/comments/mailed';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { only } from '@/lib/web/search-params';
import { readTranslator } from '@/app/(site)/reads';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readTranslator();
  return { title: t('sent.title'), robots: 'noindex' };
}

/** Confirms a comment written without signing in. The same for every address, with or without an account. */
export default async function CommentSentPage({ searchParams }: PageProps<'/comments/sent'>) {
  const id = only((await searchParams).comment) ?? '';
  const mailed = await findMailed({ id });
  const post = mailed && (await findMailedPost(mailed.postId));
  const [t, { commentModeration }] = await Promise.all([readTranslator(), getSettings()]);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>{mailed?.text ? t('sent.title') : t('sent.none')}</h1>
      </header>
      {mailed?.text ? (
        <>
          <p role="status">
            <span>{t('sent.whatToDo', { email: mailed.text.email, days: LINK_DAYS })}</span>{' '}
            {commentModeration !== 'none' && <span>{t('sent.mayBeHeld')}</span>}
          </p>
          <MailedText body={mailed.text.body} post={post} t={t} />
        </>
      ) : (
        <p>{t('sent.gone')}</p>
      )}
      {post && (
        <p>
          <a href={paths.post(post.slug)}>{t('sent.back')}</a>
        </p>
      )}
    </main>
  );
}
