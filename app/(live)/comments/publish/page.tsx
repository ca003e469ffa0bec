import type { Metadata } from 'next';
import { CommentForm } from '@/components/comments/comment-form';
import { commentWords } from '@/components/comments/comment-words';
import { MailedText } from '@/components/comments/mailed-text';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { findMailedPost, findPublished } from '@/lib/comments/mailed';
import type { Translator } from '@/lib/i18n/translator';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { findPublishing } from '@/lib/users/publishing-by-mail';
import { readTranslator } from '@/app/(site)/reads';
import { previewCommentAction, submitCommentAction } from '@/app/(site)/[slug]/actions';
import { publishMailedAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('publish.title'), robots: 'noindex' };
}

type Publishing = NonNullable<Awaited<ReturnType<typeof findPublishing>>>;
type Text = NonNullable<Publishing['mailed']['text']>;

/** Where the link of an e-mail leads. Opening it changes nothing: mail programs and scanners do so, too. */
export default async function PublishCommentPage({ searchParams }: PageProps<'/comments/publish'>) {
  const token = only((await searchParams).token) ?? '';
  const actor = await findActor();
  const [found, t] = await Promise.all([findPublishing(token, actor), readTranslator()]);
  return (
    <main id="content" className="page comments comments--single">
      {found?.mailed.commentId ? (
        <Published commentId={found.mailed.commentId} t={t} />
      ) : found?.mailed.text ? (
        <Waiting {...{ token, found, t }} text={found.mailed.text} actorName={actor?.name ?? ''} />
      ) : (
        <>
          <h1>{t('unsubscribe.invalidTitle')}</h1>
          <p>{t('publish.invalid')}</p>
        </>
      )}
    </main>
  );
}

async function Published({ commentId, t }: { commentId: string; t: Translator }) {
  const published = await findPublished(commentId);
  return (
    <>
      <h1>{t(published?.isWaiting ? 'publish.awaiting' : 'publish.already')}</h1>
      <p role="status">{published ? <a href={published.address}>{t('publish.view')}</a> : t('publish.removed')}</p>
    </>
  );
}

type WaitingProps = { token: string; found: Publishing; text: Text; actorName: string; t: Translator };

async function Waiting({ token, found, text, actorName, t }: WaitingProps) {
  const post = await findMailedPost(found.mailed.postId);
  return (
    <>
      <header className="thread-header">
        <h1>{t(found.isExpired ? 'publish.expiredTitle' : 'publish.title')}</h1>
      </header>
      {found.isExpired ? (
        <>
          <p>{t('publish.expired')}</p>
          <CommentForm
            action={submitCommentAction}
            preview={previewCommentAction}
            words={commentWords(t)}
            postId={found.mailed.postId}
            asksWriter
            initial={text}
          />
        </>
      ) : (
        <>
          <MailedText body={text.body} post={post} t={t} />
          <NextStep {...{ token, found, text, actorName, t }} />
        </>
      )}
    </>
  );
}

function NextStep({ token, found, text, actorName, t }: WaitingProps) {
  const { isOwn, isStaff, isUsed } = found;
  if (!isOwn && (isStaff || isUsed)) {
    return (
      <>
        <p className="notice" role="status">
          {isStaff ? t('publish.staff', { email: text.email }) : t('publish.used')}
        </p>
        <a className="button button--primary" href={paths.signIn()}>
          {t('auth.signIn')}
        </a>
      </>
    );
  }
  return (
    <>
      <p>{whatHappens(found, { email: text.email, actorName, t })}</p>
      <FieldsForm
        action={publishMailedAction}
        hidden={{ token }}
        fields={found.name ? [] : [nameFieldOf(text, t)]}
        submit={t(isOwn ? 'publish.submit' : 'publish.submitAndSignIn')}
      />
    </>
  );
}

type Meanwhile = { email: string; actorName: string; t: Translator };

function whatHappens({ isOwn, name }: Publishing, { email, actorName, t }: Meanwhile) {
  if (isOwn) return t('publish.asSelf', { name: actorName });
  const happens = name ? t('publish.asAccount', { email, name }) : t('publish.newAccount', { email });
  return actorName ? `${happens} ${t('publish.instead', { name: actorName })}` : happens;
}

function nameFieldOf({ name }: Text, t: Translator): FieldSpec {
  return { name: 'name', label: t('auth.name'), autoComplete: 'name', maxLength: 80, value: name };
}
