import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { FieldsForm } from '@/components/ui/fields-form';
import { env } from '@/lib/platform/env';
import { readerReasons } from '@/lib/slots/reader-report';
import { findReportable } from '@/lib/slots/reader-reports';
import { readTranslator } from '@/app/(site)/reads';
import { reportSlotAction } from './actions';
import '@/app/(site)/[slug]/comments/comments.css';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readTranslator();
  return { title: t('slot.reportPage'), robots: 'noindex' };
}

/** The report of an ad without JavaScript; with it, the page that shows the ad asks by itself. */
export default async function ReportPage({ params }: PageProps<'/comments/report/[frame]'>) {
  const { frame } = await params;
  if (!(await findReportable(frame))) notFound();
  const page = pathOn((await headers()).get('referer') ?? '', env().siteUrl);
  const t = await readTranslator();
  return (
    <main id="content" className="page comments comments--single">
      <header className="thread-header">
        <h1>{t('slot.reportPage')}</h1>
      </header>
      <p>{t('slot.reportLead')}</p>
      <FieldsForm
        action={reportSlotAction}
        submit={t('slot.reportButton')}
        isOnce
        hidden={{ frame, page }}
        fields={[
          {
            name: 'reason',
            label: t('slot.question'),
            kind: 'select',
            options: [
              { value: '', label: t('slot.chooseReason') },
              ...readerReasons.map((value) => ({ value, label: t(`slot.${value}`) })),
            ],
          },
        ]}
      />
      <p>
        <a href={page}>{t('slot.backToPage')}</a>
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
