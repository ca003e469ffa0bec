import type { Metadata } from 'next';
import { ActForm } from '@/components/comments/act-form';
import { findActor } from '@/lib/auth/session';
import { listDrafts } from '@/lib/comments/drafts';
import { paths } from '@/lib/paths';
import { only } from '@/lib/search-params';
import { discardDraftAction, publishDraftAction } from '../../[slug]/actions';
import { draftSecrets } from '../../[slug]/comments/draft-cookie';
import '../../[slug]/comments/comments.css';

export const dynamic = 'auto';
export const metadata: Metadata = { title: 'Your words are kept', robots: 'noindex' };

type Props = PageProps<'/comments/waiting'>;

/** What somebody wrote that could not be published yet, whole, with the reason and the way on. */
export default async function WaitingPage({ searchParams }: Props) {
  const { draft } = await searchParams;
  const named = only(draft);
  const [actor, drafts] = await Promise.all([findActor(), draftSecrets(named).then((secrets) => listDrafts(secrets))]);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-head">
        <h1>{drafts.length > 0 ? 'Your words are kept' : 'Nothing is waiting here'}</h1>
      </header>
      {drafts.length > 0 ? (
        <p>{nextStep(actor)}</p>
      ) : (
        <p>Whatever you wrote has been published, or was kept for a week and is gone now.</p>
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
                postTitle
              )}
            </label>
            <textarea className="textarea" id={`text-${secret}`} readOnly defaultValue={body} dir="auto" />
          </div>
          <div className="comment-acts__row">
            {actor ? (
              <ActForm action={publishDraftAction} fields={{ draft: secret }}>
                <button className="button button--primary">Publish it</button>
              </ActForm>
            ) : (
              <a className="button button--primary" href={paths.signIn(paths.resumeComment(secret))}>
                Sign in and publish it
              </a>
            )}
            <ActForm action={discardDraftAction} fields={{ draft: secret }}>
              <button className="button button--quiet">Throw it away</button>
            </ActForm>
          </div>
        </section>
      ))}
    </main>
  );
}

function nextStep(actor: { emailVerified: boolean } | null) {
  if (!actor) return 'Sign in, and it is published.';
  if (actor.emailVerified)
    return 'It could not be published by itself: press “Publish it” to see why, or copy your words.';
  return 'First confirm your e-mail address: open the link in the letter we sent you. Then press “Publish it”.';
}
