import { PageHeader } from '@/components/admin/page-header';
import { AnnouncementForm } from '@/components/identity/announcement-form';
import { CardsForm } from '@/components/identity/cards-form';
import { FooterForm } from '@/components/identity/footer-form';
import { SiteImageForm } from '@/components/identity/site-image-form';
import { siteImageTexts } from '@/components/identity/site-image-texts';
import { adminText } from '@/components/text/server';
import { SectionHeader } from '@/components/ui/section-header';
import { listChosenImages } from '@/lib/identity/queries';
import { getSettings } from '@/lib/settings/queries';
import { announcementOf, footerOf } from '@/lib/settings/identity';
import { shownValues } from '@/lib/settings/shown-values';
import { siteImageRoles, siteImageSettings } from '@/lib/settings/site-images';
import { findAnnounced } from '@/lib/menus/announced';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import './identity.css';
import { saveAnnouncementAction, saveCardsAction, saveFooterAction, setSiteImageAction } from './actions';

export const generateMetadata = pageTitle('Identity');

export default async function IdentityPage() {
  await guardPage('settings.edit', paths.admin.identity());
  const [t, settings] = await Promise.all([adminText(), getSettings()]);
  const [chosen, announced] = await Promise.all([listChosenImages(settings), findAnnounced()]);
  return (
    <>
      <PageHeader
        title={t('Identity')}
        lead={t('How the site presents itself. Changes apply to every page immediately.')}
      />
      {siteImageRoles.map((role) => (
        <section key={role} className="settings-card" aria-labelledby={role}>
          <SectionHeader id={role} title={t(siteImageTexts[role].title)} hint={t(siteImageTexts[role].hint)} />
          <SiteImageForm
            action={setSiteImageAction}
            role={role}
            chosen={chosen[role]}
            shown={shownValues({ file: settings[siteImageSettings[role]] })}
          />
        </section>
      ))}
      <section className="settings-card" aria-labelledby="cards">
        <SectionHeader
          id="cards"
          title={t('Generated social cards')}
          hint={t('Where a post without an image is shared, its title is shown as an image.')}
        />
        <CardsForm
          action={saveCardsAction}
          shown={shownValues({ drawsCards: settings.drawsCards })}
          drawsCards={settings.drawsCards}
        />
      </section>
      <section className="settings-card" aria-labelledby="footer">
        <SectionHeader
          id="footer"
          title={t('Footer and social links')}
          hint={t('Shown at the end of every page. Search engines are told that the linked accounts are yours.')}
        />
        <FooterForm action={saveFooterAction} shown={shownValues(footerOf(settings))} settings={settings} />
      </section>
      <section className="settings-card" aria-labelledby="announcement">
        <SectionHeader
          id="announcement"
          title={t('Announcement bar')}
          hint={t('A line above the header of every page, for readers.')}
        />
        {announced?.absence && (
          <p className="notice notice--warning">
            {t('The page that the link leads to is not public ({state}): the announcement is shown without the link.', {
              state: t(announced.absence),
            })}
          </p>
        )}
        <AnnouncementForm
          action={saveAnnouncementAction}
          shown={shownValues(announcementOf(settings))}
          settings={settings}
        />
      </section>
    </>
  );
}
