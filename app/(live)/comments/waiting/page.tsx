import type { Metadata } from 'next';
import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import { Message } from '@/components/layout/message';
import type { Translator } from '@/lib/i18n/translator';
import { findActor } from '@/lib/auth/session';
import { listDrafts } from '@/lib/comments/drafts';
import { hasMailServer } from '@/lib/mail/delivery';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { discardDraftAction, publishDraftAction } from '@/app/(site)/[slug]/actions';
import { draftSecrets } from '@/app/(site)/[slug]/comments/draft-cookie';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readTranslator();
  return { title: t('waiting.title'), robots: 'noindex' };
}

const AT_TOP = '#content';

/** The comments saved in this browser that are not published yet. Viewing them publishes nothing. */
export default async function PendingCommentsPage() {
  const [actor, drafts] = await Promise.all([findActor(), draftSecrets().then((secrets) => listDrafts(secrets))]);
  const t = await readTranslator();
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <EarlierAnswer action={discardDraftAction} at={AT_TOP} />
        <h1>{drafts.length > 0 ? t('waiting.title') : t('waiting.none')}</h1>
      </header>
      {drafts.length > 0 ? <p>{nextStep(actor, t)}</p> : <p>{t('waiting.gone')}</p>}
      {drafts.map(({ secret, body, postTitle, postSlug }) => (
        <section className="waiting" key={secret} aria-label={t('sent.yoursOn', { title: postTitle })}>
          <div className="field">
            <label htmlFor={`text-${secret}`}>
              <Message parts={t.parts('sent.yoursOn', { title: <PostName title={postTitle} slug={postSlug} /> })} />
            </label>
            <textarea className="textarea" id={`text-${secret}`} readOnly defaultValue={body} dir="auto" />
          </div>
          <div className="comment-actions__row">
            {actor ? (
              <ActionForm action={publishDraftAction} fields={{ draft: secret }}>
                <button className="button button--primary">{t('waiting.publish')}</button>
              </ActionForm>
            ) : (
              <a className="button button--primary" href={paths.signIn(postSlug && paths.post(postSlug))}>
                {t('waiting.signIn')}
              </a>
            )}
            <ActionForm action={discardDraftAction} fields={{ draft: secret }} at={AT_TOP}>
              <button className="button button--quiet">{t('waiting.delete')}</button>
            </ActionForm>
          </div>
        </section>
      ))}
    </main>
  );
}

function nextStep(actor: { emailVerified: boolean } | null, t: Translator) {
  if (!actor) return t('waiting.signInFirst');
  if (actor.emailVerified) return t('waiting.press');
  return `${t('waiting.confirmFirst')}${hasMailServer() ? '' : ` ${t('said.unsentEmail')}`}`;
}

function PostName({ title, slug }: { title: string; slug: string | null }) {
  const name = <bdi>{title}</bdi>;
  return slug ? <a href={paths.post(slug)}>{name}</a> : name;
}
