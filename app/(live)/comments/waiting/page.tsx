import type { Metadata } from 'next';
import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { findActor } from '@/lib/auth/session';
import { listDrafts } from '@/lib/comments/drafts';
import { hasMailServer, unsentEmail } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { discardDraftAction, publishDraftAction } from '@/app/(site)/[slug]/actions';
import { draftSecrets } from '@/app/(site)/[slug]/comments/draft-cookie';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Your comment is saved', robots: 'noindex' };

const AT_TOP = '#content';

/** The comments saved in this browser that are not published yet. Viewing them publishes nothing. */
export default async function PendingCommentsPage() {
  const [actor, drafts] = await Promise.all([findActor(), draftSecrets().then((secrets) => listDrafts(secrets))]);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <EarlierAnswer action={discardDraftAction} at={AT_TOP} />
        <h1>{drafts.length > 0 ? 'Your comment is saved' : 'No saved comment'}</h1>
      </header>
      {drafts.length > 0 ? (
        <p>{nextStep(actor)}</p>
      ) : (
        <p>
          What you wrote in this browser has been published, or was deleted after a week. What you wrote in another
          browser is saved there.
        </p>
      )}
      {drafts.map(({ secret, body, postTitle, postSlug }) => (
        <section className="waiting" key={secret} aria-label={`Your comment on ${postTitle}`}>
          <div className="field">
            <label htmlFor={`text-${secret}`}>
              Your comment on{' '}
              {postSlug ? (
                <a href={paths.post(postSlug)}>
                  <bdi>{postTitle}</bdi>
                </a>
              ) : (
                <bdi>{postTitle}</bdi>
              )}
            </label>
            <textarea className="textarea" id={`text-${secret}`} readOnly defaultValue={body} dir="auto" />
          </div>
          <div className="comment-actions__row">
            {actor ? (
              <ActionForm action={publishDraftAction} fields={{ draft: secret }}>
                <button className="button button--primary">Publish it</button>
              </ActionForm>
            ) : (
              <a className="button button--primary" href={paths.signIn(postSlug && paths.post(postSlug))}>
                Sign in and publish it
              </a>
            )}
            <ActionForm action={discardDraftAction} fields={{ draft: secret }} at={AT_TOP}>
              <button className="button button--quiet">Delete it</button>
            </ActionForm>
          </div>
        </section>
      ))}
    </main>
  );
}

function nextStep(actor: { emailVerified: boolean } | null) {
  if (!actor) return 'Sign in to publish it.';
  if (actor.emailVerified)
    return 'Press “Publish it”. If that is not possible, you will see why, and your comment stays here.';
  const advice = 'First confirm your e-mail address: open the link in the e-mail for you, in this browser.';
  return `${advice} Then your comment is published.${hasMailServer() ? '' : ` ${unsentEmail}`}`;
}
