import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { ActionForm } from '@/components/comments/action-form';
import { ImportProgress } from '@/components/import/import-progress';
import { OldSettings } from '@/components/import/old-settings';
import { ReportView } from '@/components/import/report-view';
import { UndoneView } from '@/components/import/undone-view';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { findImport, type ImportSummary } from '@/lib/import/queries';
import { describeUndo } from '@/lib/import/report/undo-question';
import { canContinue } from '@/lib/import/running/start-import';
import { listSourceSettings } from '@/lib/import/site-settings/apply-settings';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { continueImportAction, takeOldSettingsAction, undoImportAction } from '../actions';
import '../import.css';

export const metadata: Metadata = { title: 'Import' };

export default async function OneImportPage({ params }: PageProps<'/admin/import/[id]'>) {
  const { id } = await params;
  await guardPage('import.run', paths.admin.import(id));
  const one = await findImport(id);
  if (!one) notFound();
  return (
    <>
      <PageHeader title={one.fileName || 'Import'} lead={leadOf(one)}>
        <a className="button" href={paths.admin.imports()}>
          All imports
        </a>
      </PageHeader>
      <ImportActions one={one} canContinue={await canContinue(id)} />
      <State one={one} />
      {one.state.status === 'done' && one.state.report.oldSite && (
        <OldSettings id={id} changes={await listSourceSettings(id)} action={takeOldSettingsAction} />
      )}
    </>
  );
}

function State({ one: { id, state, hasBegun } }: { one: ImportSummary }) {
  if (state.status === 'running') return <ImportProgress {...state} />;
  if (state.status === 'failed') return <p className="notice notice--refused">{state.failure}</p>;
  if (state.status === 'stopped') {
    const what = hasBegun
      ? `The import stopped after ${state.done} of ${state.total} entries. What was imported is kept; continuing imports the rest and nothing twice.`
      : 'The import stopped before anything was imported.';
    return <p className="notice notice--refused">{what}</p>;
  }
  if (state.status === 'undone') return <UndoneView undo={state.undo} />;
  const isLive = state.status === 'done';
  return <ReportView report={state.report} addresses={isLive ? paths.admin.importAddresses(id) : null} />;
}

function ImportActions({ one, canContinue }: { one: ImportSummary; canContinue: boolean }) {
  const { id, state, hasBegun } = one;
  const hasStopped = state.status === 'failed' || state.status === 'stopped';
  const mayUndo = state.status === 'done' || (hasStopped && hasBegun);
  return (
    <div className="import-actions">
      {canContinue && (hasStopped || state.status === 'dry-run') && (
        <ActionForm action={continueImportAction} fields={{ id }}>
          {hasStopped && !hasBegun ? (
            <button className="button button--primary" name="intent" value="dry-run">
              Preview again
            </button>
          ) : (
            <button className="button button--primary" name="intent" value="import">
              {hasStopped ? 'Continue import' : 'Import now'}
            </button>
          )}
        </ActionForm>
      )}
      {mayUndo && (
        <ActionForm action={undoImportAction} fields={{ id }}>
          <ConfirmedAction label="Undo this import" question={`Undo the import of ${one.fileName || 'this file'}?`}>
            <p>{describeUndo(state.status === 'done' ? state.report : null)}</p>
          </ConfirmedAction>
        </ActionForm>
      )}
    </div>
  );
}

function leadOf({ state, by }: ImportSummary) {
  const who = by ? ` Started by ${by}.` : '';
  if (state.status === 'dry-run') return `This was a preview: nothing was imported.${who}`;
  if (state.status === 'running') return `It continues in the background; you can close this page.${who}`;
  if (state.status === 'done') return `The import has finished.${who}`;
  return who.trim();
}
