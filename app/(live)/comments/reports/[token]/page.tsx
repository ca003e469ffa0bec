import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findReceipt, type Receipt } from '@/lib/comments/reports/queries';
import { titleOf } from '@/lib/posts/title';
import { readSettings } from '@/lib/settings/queries';
import { formatMoment } from '@/lib/time/dates';
import { paths } from '@/lib/web/paths';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Your report', robots: 'noindex' };

/** The status of a report, at an address that only its reporter has. */
export default async function ReceiptPage({ params }: PageProps<'/comments/reports/[token]'>) {
  const { token } = await params;
  const [receipt, dates] = await Promise.all([findReceipt(token), readSettings()]);
  if (!receipt) notFound();
  const { createdAt, post } = receipt;
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>Your report</h1>
        <p>
          Sent on <time dateTime={createdAt.toISOString()}>{formatMoment(createdAt, dates)}</time>
        </p>
      </header>
      <p className="notice" role="status">
        {sentenceFor(receipt)}
      </p>
      <p>Keep the address of this page to see what becomes of your report. Each person can report a comment once.</p>
      {post && (
        <p>
          <a href={paths.post(post.slug)} dir="auto">
            {titleOf(post)}
          </a>
        </p>
      )}
    </main>
  );
}

function sentenceFor({ outcome, status, isDeletedByAuthor }: Receipt) {
  if (outcome === 'kept') return 'We kept the comment: a moderator looked at it and found that it may stay.';
  if (outcome === 'removed' && status === 'approved')
    return 'We removed the comment, and later decided to show it again.';
  if (outcome === 'removed') return 'We removed the comment. Thank you for telling us.';
  if (isDeletedByAuthor) return 'The comment was deleted by its author.';
  if (status === 'approved') return 'Thank you. Your report is waiting for a moderator.';
  return 'Thank you. The comment is not shown until a moderator has decided.';
}
