import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { env } from '@/lib/platform/env';
import { readerReasonNames, readerReasons } from '@/lib/slots/reader-report';
import { findReportable } from '@/lib/slots/reader-reports';
import { reportSlotAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export const metadata: Metadata = { title: 'Report an ad', robots: 'noindex' };

/** The report of an ad without JavaScript; with it, the page that shows the ad asks by itself. */
export default async function ReportPage({ params }: PageProps<'/comments/report/[frame]'>) {
  const { frame } = await params;
  if (!(await findReportable(frame))) notFound();
  const page = pathOn((await headers()).get('referer') ?? '', env().siteUrl);
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>Report an ad</h1>
      </header>
      <p>Tell the site owner what is wrong with the ad that you saw.</p>
      <FieldsForm
        action={reportSlotAction}
        submit="Report"
        isOnce
        hidden={{ frame, page }}
        fields={[
          {
            name: 'reason',
            label: 'What is wrong with it?',
            kind: 'select',
            options: [
              { value: '', label: 'Choose a reason' },
              ...readerReasons.map((value) => ({ value, label: readerReasonNames[value] })),
            ],
          },
        ]}
      />
      <p>
        <a href={page}>Back to the page</a>
      </p>
    </main>
  );
}

function pathOn(referer: string, siteUrl: string) {
  if (!URL.canParse(referer)) return '/';
  const { origin, pathname } = new URL(referer);
  // A form that was refused was sent from here.
  const isElsewhere = !pathname.startsWith('//') && !pathname.startsWith('/comments/report/');
  return origin === new URL(siteUrl).origin && isElsewhere ? pathname : '/';
}
