import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findActor } from '@/lib/auth/session';
import { MAX_PASSAGE } from '@/lib/corrections/correction';
import { findCorrectable, findUncorrectable } from '@/lib/corrections/suggesting';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import type { Translator } from '@/lib/i18n/translator';
import { suggestCorrectionAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('corrections.suggest'), robots: 'noindex' };
}

/** Where a reader says what is wrong in an article; the words they had selected are filled in. */
export default async function SuggestPage({ params, searchParams }: PageProps<'/corrections/suggest/[post]'>) {
  const { post: id } = await params;
  const [actor, post, asked, t] = await Promise.all([findActor(), findCorrectable(id), searchParams, readTranslator()]);
  if (!post) return <TakesNone id={id} t={t} />;
  const [quote, prefix, suffix] = ['quote', 'prefix', 'suffix'].map((name) => firstOf(asked[name]));
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>{t('corrections.suggest')}</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>{t('suggest.lead')}</p>
      {actor?.emailVerified ? (
        <LeaveGuard>
          <FieldsForm
            action={suggestCorrectionAction}
            submit={t('suggest.send')}
            hidden={{ postId: id, prefix: prefix ?? '', suffix: suffix ?? '', idempotencyKey: randomUUID() }}
            fields={[
              {
                name: 'quote',
                label: t('suggest.quote'),
                hint: t('suggest.quoteHint'),
                kind: 'area',
                rows: 3,
                value: quote ?? '',
                maxLength: MAX_PASSAGE,
              },
              {
                name: 'replacement',
                label: t('suggest.replacement'),
                kind: 'area',
                rows: 3,
                value: quote ?? '',
                maxLength: MAX_PASSAGE,
              },
              { name: 'why', label: t('suggest.why'), kind: 'area', rows: 3, maxLength: 1_000 },
            ]}
          />
        </LeaveGuard>
      ) : (
        <SignInFirst
          isSignedIn={actor !== null}
          returnTo={addressWith(id, { quote, prefix, suffix })}
          {...{ quote, t }}
        />
      )}
    </main>
  );
}

/** Where comments have been closed since the link was given. */
async function TakesNone({ id, t }: { id: string; t: Translator }) {
  const post = await findUncorrectable(id);
  if (!post) notFound();
  return (
    <main id="content" className="page comments comments--single">
      <h1 dir="auto">
        <a href={paths.post(post.slug)}>{titleOf(post)}</a>
      </h1>
      <p>{t('said.noCorrections')}</p>
    </main>
  );
}

type SignInProps = { isSignedIn: boolean; returnTo: string; quote: string | undefined; t: Translator };

function SignInFirst({ isSignedIn, returnTo, quote, t }: SignInProps) {
  return (
    <>
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      {isSignedIn ? (
        <p>
          <span>{t('suggest.confirmFirst')}</span> <a href={paths.account()}>{t('account.title')}</a>
        </p>
      ) : (
        <p className="form-actions">
          <a className="button button--primary" href={paths.signIn(returnTo)}>
            {t('suggest.signIn')}
          </a>
        </p>
      )}
    </>
  );
}

function addressWith(id: string, passage: Record<string, string | undefined>) {
  const filled = Object.entries(passage).flatMap(([name, text]): [string, string][] => (text ? [[name, text]] : []));
  const query = new URLSearchParams(filled).toString();
  const address = `${paths.suggestCorrection(id)}${query && `?${query}`}`;
  return safeReturnTo(address) || paths.suggestCorrection(id);
}

function firstOf(value: string | string[] | undefined) {
  return [value].flat()[0]?.slice(0, MAX_PASSAGE);
}
