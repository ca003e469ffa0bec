import { useText } from '#text';
import { adminText } from '@/components/text/server';
import type { Text } from '@/components/text/text';
import { pageTitle } from '../../../page-title';
import { notFound } from 'next/navigation';
import type { ReactNode } from 'react';
import { PageHeader } from '@/components/admin/page-header';
import { ActionForm } from '@/components/comments/action-form';
import { ImportProgress } from '@/components/import/import-progress';
import { ChoicesForm } from '@/components/import/choices-form';
import { SamplesView } from '@/components/import/samples-view';
import { OldSettings } from '@/components/import/old-settings';
import { ReportView } from '@/components/import/report-view';
import { UndoneView } from '@/components/import/undone-view';
import { ConfirmedAction } from '@/components/ui/confirmed-action';
import { findImport, type ImportSummary } from '@/lib/import/queries';
import { describeUndo, undoSentence } from '@/lib/import/report/undo-question';
import { renderSample } from '@/lib/import/report/rendered-samples';
import { findChoices } from '@/lib/import/running/start-import';
import { listSourceSettings } from '@/lib/import/site-settings/apply-settings';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { continueImportAction, takeOldSettingsAction, undoImportAction } from '../actions';
import '../../../../prose.css';
import '../import.css';

export const generateMetadata = pageTitle('Import');

export default async function OneImportPage({ params }: PageProps<'/admin/import/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('import.run', paths.admin.import(id));
  const one = await findImport(id);
  if (!one) notFound();
  const [found, { timeZone, language }] = await Promise.all([findChoices(actor, id), getSettings()]);
  return (
    <>
      <PageHeader title={one.fileName || t('Import')} lead={leadOf(one, t)}>
        <a className="button" href={paths.admin.imports()}>
          {t('All imports')}
        </a>
      </PageHeader>
      {found && isOpenToChoices(one) && (
        <ChoicesForm
          id={id}
          choices={found.choices}
          options={found.options}
          isOpen={one.state.status === 'failed'}
          action={continueImportAction}
        />
      )}
      <ImportActions one={one} canContinue={found !== null} timeZone={timeZone} />
      <State one={one}>
        {one.state.status === 'dry-run' && (
          <SamplesView
            samples={(one.state.report.samples ?? []).map((sample) => ({
              ...sample,
              rendered: renderSample(sample, language),
            }))}
            timeZone={timeZone}
          />
        )}
      </State>
      {one.state.status === 'done' && one.state.report.oldSite && (
        <OldSettings id={id} changes={await listSourceSettings(id)} action={takeOldSettingsAction} />
      )}
    </>
  );
}

function State({ one: { id, state, hasBegun }, children }: { one: ImportSummary; children: ReactNode }) {
  const t = useText();
  if (state.status === 'running') return <ImportProgress {...state} />;
  if (state.status === 'failed') return <p className="notice notice--refused">{t.said(state.failure)}</p>;
  if (state.status === 'stopped') {
    const what = hasBegun
      ? t(
          'The import stopped after {done, number} of {total, number} entries. What was imported is kept; continuing imports the rest and nothing twice.',
          { done: String(state.done), total: String(state.total) },
        )
      : t('The import stopped before anything was imported.');
    return <p className="notice notice--refused">{what}</p>;
  }
  if (state.status === 'undone') return <UndoneView undo={state.undo} />;
  const isLive = state.status === 'done';
  const addresses = isLive ? paths.admin.importAddresses(id) : null;
  return (
    <ReportView report={state.report} addresses={addresses} table={paths.admin.importReport(id)}>
      {children}
    </ReportView>
  );
}

/** Nothing has been imported yet. */
function isOpenToChoices({ state, hasBegun }: ImportSummary) {
  return state.status === 'dry-run' || (!hasBegun && (state.status === 'failed' || state.status === 'stopped'));
}

type ActionsProps = { one: ImportSummary; canContinue: boolean; timeZone: string };

function ImportActions({ one, canContinue, timeZone }: ActionsProps) {
  const t = useText();
  const { id, state, hasBegun, undo } = one;
  const hasStopped = state.status === 'failed' || state.status === 'stopped';
  return (
    <>
      <div className="import-actions">
        {canContinue && hasStopped && hasBegun && (
          <ActionForm action={continueImportAction} fields={{ id }}>
            <button className="button button--primary" name="intent" value="import">
              {t('Continue import')}
            </button>
          </ActionForm>
        )}
        {undo && !undo.isOver && (
          <ActionForm action={undoImportAction} fields={{ id }}>
            <ConfirmedAction
              label={t('Undo this import')}
              question={
                one.fileName
                  ? t('Undo the import of {file}?', { file: one.fileName })
                  : t('Undo the import of this file?')
              }
            >
              <p>{describeUndo(state.status === 'done' ? state.report : null, t)}</p>
            </ConfirmedAction>
          </ActionForm>
        )}
      </div>
      {undo && <p className="import-undo">{undoSentence(undo, timeZone, t)}</p>}
    </>
  );
}

function leadOf({ state, by }: ImportSummary, t: Text) {
  const who = by ? t('Started by {name}.', { name: by }) : '';
  const what = statusSentence(state.status, t);
  return [what, who].filter(Boolean).join(' ');
}

function statusSentence(status: ImportSummary['state']['status'], t: Text) {
  if (status === 'dry-run') return t('This was a preview: nothing was imported.');
  if (status === 'running') return t('It continues in the background; you can close this page.');
  return status === 'done' ? t('The import has finished.') : '';
}
