import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Honeypot } from '@/components/comments/honeypot';
import { StaticHtml } from '@/components/layout/static-html';
import { FieldsForm } from '@/components/ui/fields-form';
import { LeaveGuard } from '@/components/ui/leave-guard';
import { reportReasonNames, reportReasons } from '@/lib/comments/reports/reasons';
import { MAX_REPORT_TEXT } from '@/lib/comments/reports/report';
import { findReportable } from '@/lib/comments/reports/reporting';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';
import { reportCommentAction } from './actions';
import { readTranslator } from '@/app/(site)/reads';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Report a comment', robots: 'noindex' };

/** Where anybody says what is wrong with a comment. */
export default async function ReportCommentPage({ params }: PageProps<'/comments/reports/new/[comment]'>) {
  const { comment: id } = await params;
  const comment = await findReportable(id);
  if (!comment) notFound();
  const { post, author, authorName, bodyHtml } = comment;
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>Report a comment</h1>
        <p dir="auto">
          <a href={paths.commentInThread(post.slug, id)}>{titleOf(post)}</a>
        </p>
      </header>
      <article className="comment">
        <h2 className="comment__author">
          <span className="hidden-visually">Comment by </span>
          <bdi>{author?.name ?? authorName}</bdi>
        </h2>
        <StaticHtml className="comment__body" html={bodyHtml} />
      </article>
      <p>The moderators read your report and decide. The next page tells you what became of it.</p>
      <LeaveGuard>
        <FieldsForm
          action={reportCommentAction}
          submit="Report comment"
          hidden={{ commentId: id }}
          fields={[
            {
              name: 'reason',
              label: 'What is wrong with it?',
              kind: 'select',
              options: [
                { value: '', label: 'Choose a reason' },
                ...reportReasons.map((value) => ({ value, label: reportReasonNames[value] })),
              ],
            },
            {
              name: 'text',
              label: 'In your words',
              hint: 'Only needed for “Something else”. The moderators alone read it.',
              kind: 'area',
              rows: 3,
              maxLength: MAX_REPORT_TEXT,
            },
          ]}
        >
          <Honeypot id="report-honeypot" label={(await readTranslator())('form.honeypot')} />
        </FieldsForm>
      </LeaveGuard>
    </main>
  );
}
