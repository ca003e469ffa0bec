import { PageHeader } from '@/components/admin/page-header';
import { ActionForm } from '@/components/comments/action-form';
import { EntryForm } from '@/components/menus/entry-form';
import { MenuRows } from '@/components/menus/menu-rows';
import { adminText } from '@/components/text/server';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { MAX_ENTRIES, placeNames } from '@/lib/menus/menu';
import { listChoices, listMenus } from '@/lib/menus/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../guard';
import { pageTitle } from '../../page-title';
import { addEntryAction, arrangeMenuAction, fillMenuAction } from './actions';
import './menus.css';

export const generateMetadata = pageTitle('Menus');

export default async function MenusPage() {
  const t = await adminText();
  const actor = await guardPage('settings.edit', paths.admin.menus());
  const [menus, choices, answer] = await Promise.all([listMenus(actor), listChoices(actor), findAnswer()]);
  const withoutEntries = {
    header: t('No entries: readers see the tags with the most posts.'),
    footer: t('No entries: readers see the published pages.'),
  };
  return (
    <>
      <PageHeader
        title={t('Menus')}
        lead={t('What readers find in the header and the footer of every page. Changes apply immediately.')}
      />
      <FormAnswer state={answer} />
      {menus.map((menu) => (
        <section key={menu.place} className="menu-section" aria-labelledby={menu.place}>
          <h2 id={menu.place}>{t(placeNames[menu.place])}</h2>
          {menu.entries.length === 0 && (
            <>
              <p className="quiet menu-section__none">{withoutEntries[menu.place]}</p>
              <ActionForm action={fillMenuAction} fields={{ place: menu.place }}>
                <button className="button">{t('Start with what readers see now')}</button>
              </ActionForm>
            </>
          )}
          <MenuRows menu={menu} action={arrangeMenuAction} />
          <h3 id={`${menu.place}-new`}>{t('Add entry')}</h3>
          <p className="quiet menu-section__limit">{t('At most {count} in a menu.', { count: MAX_ENTRIES })}</p>
          <EntryForm action={addEntryAction} place={menu.place} choices={choices} />
        </section>
      ))}
    </>
  );
}
