import { adminText } from '@/components/text/server';
import { EmptyState } from '@/components/admin/empty-state';
import { PageHeader } from '@/components/admin/page-header';
import { AppealRow } from '@/components/comments/appeal-row';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { listAppeals } from '@/lib/comments/statements/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { decideAppealAction } from './actions';
import '../queue.css';

export const generateMetadata = pageTitle('Appeals');

/** What authors say against the removal of their comments, to be decided. */
export default async function AppealsPage() {
  const t = await adminText();
  const actor = await guardPage('comments.moderate', paths.admin.appeals());
  const [appeals, { timeZone }] = await Promise.all([listAppeals(actor), getSettings()]);
  return (
    <>
      <PageHeader title={t('Appeals')} lead={t('Authors are told what you decide, and not who you are.')}>
        <a className="button" href={paths.admin.comments()}>
          {t('All comments')}
        </a>
      </PageHeader>
      <FormAnswer state={await findAnswer()} />
      {appeals.length === 0 ? (
        <EmptyState title={t('No appeals to decide')}>
          <p>{t('When an author appeals against the removal of a comment, it is listed here, the oldest first.')}</p>
        </EmptyState>
      ) : (
        <ol className="rows">
          {appeals.map((appeal) => (
            <AppealRow key={appeal.id} appeal={appeal} action={decideAppealAction} timeZone={timeZone} />
          ))}
        </ol>
      )}
    </>
  );
}
