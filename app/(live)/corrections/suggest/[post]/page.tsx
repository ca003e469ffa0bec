import { randomUUID } from 'node:crypto';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { safeReturnTo } from '@/lib/auth/return-to';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findActor } from '@/lib/auth/session';
import { MAX_PASSAGE } from '@/lib/corrections/correction';
import { findCorrectable } from '@/lib/corrections/suggesting';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { suggestCorrectionAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Suggest a correction', robots: 'noindex' };

/** Where a reader says what is wrong in an article; the words they had selected are filled in. */
export default async function SuggestPage({ params, searchParams }: PageProps<'/corrections/suggest/[post]'>) {
  const { post: id } = await params;
  const [actor, post, asked] = await Promise.all([findActor(), findCorrectable(id), searchParams]);
  if (!post) notFound();
  const [quote, prefix, suffix] = ['quote', 'prefix', 'suffix'].map((name) => firstOf(asked[name]));
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <p>Suggest a correction</p>
        <h1 dir="auto">
          <a href={paths.post(post.slug)}>{titleOf(post)}</a>
        </h1>
      </header>
      <p>Your suggestion is shown as a comment, and an editor decides about it. If it is accepted, you are thanked.</p>
      {actor?.emailVerified ? (
        <LeaveGuard>
          <FieldsForm
            action={suggestCorrectionAction}
            submit="Suggest correction"
            hidden={{ postId: id, prefix: prefix ?? '', suffix: suffix ?? '', idempotencyKey: randomUUID() }}
            fields={[
              {
                name: 'quote',
                label: 'The article says',
                hint: 'A sentence or a few words, exactly as they stand there.',
                kind: 'area',
                rows: 3,
                value: quote ?? '',
                maxLength: MAX_PASSAGE,
              },
              {
                name: 'replacement',
                label: 'It should say',
                kind: 'area',
                rows: 3,
                value: quote ?? '',
                maxLength: MAX_PASSAGE,
              },
              { name: 'why', label: 'Why (optional)', kind: 'area', rows: 3, maxLength: 1_000 },
            ]}
          />
        </LeaveGuard>
      ) : (
        <SignInFirst isSignedIn={actor !== null} returnTo={addressWith(id, { quote, prefix, suffix })} quote={quote} />
      )}
    </main>
  );
}

type SignInProps = { isSignedIn: boolean; returnTo: string; quote: string | undefined };

function SignInFirst({ isSignedIn, returnTo, quote }: SignInProps) {
  return (
    <>
      {quote && <blockquote dir="auto">{quote}</blockquote>}
      {isSignedIn ? (
        <p>
          <span>Confirm your e-mail address first. </span>
          <a href={paths.account()}>Your account</a>
        </p>
      ) : (
        <p className="form-actions">
          <a className="button button--primary" href={paths.signIn(returnTo)}>
            Sign in to suggest a correction
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
