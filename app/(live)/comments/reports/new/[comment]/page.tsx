import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Honeypot } from '@/components/comments/honeypot';
import { StaticHtml } from '@/components/layout/static-html';
import { FieldsForm } from '@/components/ui/fields-form';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { findActor } from '@/lib/auth/session';
import { reportReasons } from '@/lib/comments/reports/reasons';
import { MAX_REPORT_TEXT } from '@/lib/comments/reports/report';
import { findReportable } from '@/lib/comments/reports/reporting';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { reportCommentAction } from './actions';
import { readTranslator } from '@/app/(site)/reads';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('report.title'), robots: 'noindex' };
}

/** Where anybody says what is wrong with a comment. */
export default async function ReportCommentPage({ params }: PageProps<'/comments/reports/new/[comment]'>) {
  const { comment: id } = await params;
  const [actor, t] = await Promise.all([findActor(), readTranslator()]);
  const comment = await findReportable(id, actor);
  if (!comment) notFound();
  const { post, author, authorName, bodyHtml } = comment;
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>{t('report.title')}</h1>
        <p dir="auto">
          <a href={paths.commentInThread(post.slug, id)}>{titleOf(post)}</a>
        </p>
      </header>
      <article className="comment">
        <h2 className="comment__author">
          <bdi>{author?.name ?? authorName}</bdi>
        </h2>
        <StaticHtml className="comment__body" html={bodyHtml} />
      </article>
      <p>{t('report.lead')}</p>
      <LeaveGuard>
        <FieldsForm
          action={reportCommentAction}
          submit={t('report.send')}
          hidden={{ commentId: id }}
          fields={[
            {
              name: 'reason',
              label: t('report.what'),
              kind: 'select',
              options: [
                { value: '', label: t('slot.chooseReason') },
                ...reportReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
              ],
            },
            {
              name: 'text',
              label: t('report.words'),
              hint: t('report.wordsHint'),
              kind: 'area',
              rows: 3,
              maxLength: MAX_REPORT_TEXT,
            },
          ]}
        >
          <Honeypot id="report-honeypot" label={t('form.honeypot')} />
        </FieldsForm>
      </LeaveGuard>
    </main>
  );
}
