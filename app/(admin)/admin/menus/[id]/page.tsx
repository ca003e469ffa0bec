import { notFound } from 'next/navigation';
import { PageHeader } from '@/components/admin/page-header';
import { EntryForm } from '@/components/menus/entry-form';
import { adminText } from '@/components/text/server';
import { placeNames } from '@/lib/menus/menu';
import { findEntry, listChoices } from '@/lib/menus/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { changeEntryAction } from '../actions';
import '../menus.css';

export const generateMetadata = pageTitle('Menu entry');

export default async function MenuEntryPage({ params }: PageProps<'/admin/menus/[id]'>) {
  const t = await adminText();
  const { id } = await params;
  const actor = await guardPage('settings.edit', paths.admin.menuEntry(id));
  const [found, choices] = await Promise.all([findEntry(actor, id), listChoices(actor)]);
  if (!found) notFound();
  const { place, version, entry } = found;
  return (
    <>
      <PageHeader title={entry.label || entry.title || t('Menu entry')} lead={t(placeNames[place])}>
        <a className="button" href={paths.admin.menus()}>
          {t('Menus')}
        </a>
      </PageHeader>
      <div className="menu-section">
        <EntryForm action={changeEntryAction} place={place} choices={choices} stored={{ version, entry }} />
      </div>
    </>
  );
}
