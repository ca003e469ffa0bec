import { PageHeader } from '@/components/admin/page-header';
import { MaintenanceForm, VisibilityForm } from '@/components/settings/visibility-forms';
import { adminText } from '@/components/text/server';
import { SectionHeader } from '@/components/ui/section-header';
import { hasSitePassword } from '@/lib/settings/access';
import { getSettings } from '@/lib/settings/queries';
import { shownValues } from '@/lib/settings/shown-values';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { changeMaintenanceAction, changeVisibilityAction } from './actions';

export const generateMetadata = pageTitle('Visibility');

export default async function VisibilityPage() {
  await guardPage('settings.edit', paths.admin.visibility());
  const [t, { visibility, maintenance, maintenanceText }, hasPassword] = await Promise.all([
    adminText(),
    getSettings(),
    hasSitePassword(),
  ]);
  return (
    <>
      <PageHeader
        title={t('Visibility')}
        lead={t('Who can see the site. Changes apply to every address immediately.')}
      />
      <section className="settings-card" aria-labelledby="who-head">
        <SectionHeader
          id="who-head"
          title={t('Who can see the site')}
          hint={t(
            'Pages, images, feeds and the sitemap alike; robots.txt then asks for nothing to be read. Staff always see it.',
          )}
        />
        <VisibilityForm
          action={changeVisibilityAction}
          shown={shownValues({ visibility })}
          visibility={visibility}
          hasPassword={hasPassword}
        />
      </section>
      <section className="settings-card" aria-labelledby="maintenance-head">
        <SectionHeader
          id="maintenance-head"
          title={t('Maintenance')}
          hint={t(
            'Readers get one page, with status 503, so that search engines come back later. Staff see the site as usual.',
          )}
        />
        <MaintenanceForm
          action={changeMaintenanceAction}
          shown={shownValues({ maintenance, maintenanceText })}
          maintenance={maintenance}
          text={maintenanceText}
        />
      </section>
    </>
  );
}
