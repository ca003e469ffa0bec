import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { findReceipt, type Receipt } from '@/lib/comments/reports/queries';
import { Message } from '@/components/layout/message';
import { translatorOf } from '@/lib/i18n/translator';
import { titleOf } from '@/lib/posts/title';
import { readSettings } from '@/lib/settings/queries';
import { formatMoment } from '@/lib/time/dates';
import { readTranslator } from '@/app/(site)/reads';
import { paths } from '@/lib/web/paths';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('report.yours'), robots: 'noindex' };
}

/** The status of a report, at an address that only its reporter has. */
export default async function ReceiptPage({ params }: PageProps<'/comments/reports/[token]'>) {
  const { token } = await params;
  const [receipt, dates] = await Promise.all([findReceipt(token), readSettings()]);
  if (!receipt) notFound();
  const t = translatorOf(dates.language);
  const { createdAt, post } = receipt;
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>{t('report.yours')}</h1>
        <p>
          <Message
            parts={t.parts('report.sent', {
              date: (
                <time key="date" dateTime={createdAt.toISOString()}>
                  {formatMoment(createdAt, dates)}
                </time>
              ),
            })}
          />
        </p>
      </header>
      <p className="notice" role="status">
        {t(sentenceFor(receipt))}
      </p>
      <p>{t('report.keep')}</p>
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
  if (outcome === 'kept') return 'report.kept';
  if (outcome === 'removed' && status === 'approved') return 'report.restored';
  if (outcome === 'removed') return 'report.removed';
  if (isDeletedByAuthor) return 'report.deleted';
  if (status === 'approved') return 'report.waiting';
  return 'report.held';
}
