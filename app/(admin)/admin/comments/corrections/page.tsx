import { adminText } from '@/components/text/server';
import { PageHeader } from '@/components/admin/page-header';
import { CorrectionRow } from '@/components/corrections/correction-row';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { listOpenCorrections } from '@/lib/corrections/queries';
import { getSettings } from '@/lib/settings/queries';
import { shortMoment } from '@/lib/time/site-time';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { decideCorrectionAction } from './actions';
import '../queue.css';

export const generateMetadata = pageTitle('Corrections');

/** What readers suggested, to be decided by who may edit the articles. */
export default async function CorrectionsPage() {
  const t = await adminText();
  const actor = await guardPage('posts.write', paths.admin.corrections());
  const [corrections, { timeZone }, answer] = await Promise.all([
    listOpenCorrections(actor),
    getSettings(),
    findAnswer(),
  ]);
  return (
    <>
      <PageHeader
        title={t('Corrections')}
        lead={t('Accepting one changes the article, says so below it and thanks the reader.')}
      >
        <a className="button" href={paths.corrections()}>
          {t('Accepted corrections')}
        </a>
      </PageHeader>
      <FormAnswer state={answer} />
      {corrections.length === 0 && <p className="quiet">{t('No corrections to decide.')}</p>}
      <ol className="rows">
        {corrections.map((correction) => (
          <CorrectionRow
            key={correction.id}
            correction={correction}
            when={shortMoment(correction.createdAt, { timeZone, language: t.language })}
            action={decideCorrectionAction}
          />
        ))}
      </ol>
    </>
  );
}
