import type { Metadata } from 'next';
import { CommentForm } from '@/components/comments/comment-form';
import { commentWords } from '@/components/comments/comment-words';
import { MailedText } from '@/components/comments/mailed-text';
import { FieldsForm, type FieldSpec } from '@/components/ui/fields-form';
import { findActor } from '@/lib/auth/session';
import { findMailedPost, findPublished } from '@/lib/comments/mailed';
import { only } from '@/lib/web/search-params';
import { paths } from '@/lib/web/paths';
import { findPublishing } from '@/lib/users/publishing-by-mail';
import { readTranslator } from '@/app/(site)/reads';
import { previewCommentAction, submitCommentAction } from '@/app/(site)/[slug]/actions';
import { publishMailedAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Publish your comment', robots: 'noindex' };

type Publishing = NonNullable<Awaited<ReturnType<typeof findPublishing>>>;
type Text = NonNullable<Publishing['mailed']['text']>;

/** Where the link of an e-mail leads. Opening it changes nothing: mail programs and scanners do so, too. */
export default async function PublishCommentPage({ searchParams }: PageProps<'/comments/publish'>) {
  const token = only((await searchParams).token) ?? '';
  const actor = await findActor();
  const found = await findPublishing(token, actor);
  return (
    <main id="content" className="page comments comments--single">
      {found?.mailed.commentId ? (
        <Published commentId={found.mailed.commentId} />
      ) : found?.mailed.text ? (
        <Waiting token={token} found={found} text={found.mailed.text} actorName={actor?.name ?? ''} />
      ) : (
        <>
          <h1>This link is not valid</h1>
          <p>It is not complete, or its comment was deleted because nobody published it within two weeks.</p>
        </>
      )}
    </main>
  );
}

async function Published({ commentId }: { commentId: string }) {
  const published = await findPublished(commentId);
  return (
    <>
      <h1>{published?.isWaiting ? 'Awaiting approval' : 'Already published'}</h1>
      <p role="status">
        {published ? (
          <a href={published.address}>View your comment</a>
        ) : (
          'Your comment was published, and removed later.'
        )}
      </p>
    </>
  );
}

type WaitingProps = { token: string; found: Publishing; text: Text; actorName: string };

async function Waiting({ token, found, text, actorName }: WaitingProps) {
  const [post, t] = await Promise.all([findMailedPost(found.mailed.postId), readTranslator()]);
  return (
    <>
      <header className="thread-header">
        <h1>{found.isExpired ? 'This link has expired' : 'Publish your comment'}</h1>
      </header>
      {found.isExpired ? (
        <>
          <p>Your text is still here. Send it again, and you get a new link.</p>
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
          <NextStep {...{ token, found, text, actorName }} />
        </>
      )}
    </>
  );
}

function NextStep({ token, found, text, actorName }: WaitingProps) {
  const { isOwn, isStaff, isUsed } = found;
  if (!isOwn && (isStaff || isUsed)) {
    return (
      <>
        <p className="notice" role="status">
          {isStaff
            ? `${text.email} belongs to a member of staff, and a link is not enough for them. Sign in, then open the link of the e-mail again.`
            : 'This link has signed you in once. Sign in, then open it again to publish your comment.'}
        </p>
        <a className="button button--primary" href={paths.signIn()}>
          Sign in
        </a>
      </>
    );
  }
  return (
    <>
      <p>{whatHappens(found, text, actorName)}</p>
      <FieldsForm
        action={publishMailedAction}
        hidden={{ token }}
        fields={found.name ? [] : [nameFieldOf(text)]}
        submit={isOwn ? 'Publish' : 'Publish and sign in'}
      />
    </>
  );
}

function whatHappens({ isOwn, name }: Publishing, { email }: Text, actorName: string) {
  if (isOwn) return `It is published under your name, ${actorName}.`;
  const instead = actorName ? ` You are signed in as ${actorName} now; that ends.` : '';
  if (name)
    return `${email} has an account here. You are signed in to it, and the comment is published as ${name}.${instead}`;
  return `This makes an account for ${email} and signs you in.${instead}`;
}

function nameFieldOf({ name }: Text): FieldSpec {
  return { name: 'name', label: 'Name', autoComplete: 'name', maxLength: 80, value: name };
}
