import { PageHeader } from '@/components/admin/page-header';
import { displayFontFaces } from '@/components/looks/display-font-faces';
import { LooksForm } from '@/components/looks/looks-form';
import { OwnCssForm } from '@/components/looks/own-css-form';
import { PreviewFrame } from '@/components/looks/preview-frame';
import { adminText } from '@/components/text/server';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import { can } from '@/lib/auth/actor';
import { formerLooksOf, shownLooksOf } from '@/lib/settings/looks-changing';
import { getSettings } from '@/lib/settings/queries';
import { shownValues } from '@/lib/settings/shown-values';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import '../../../_styles/page-preview.css';
import './appearance.css';
import { ownCssAction, saveLooksAction, undoLooksAction } from './actions';

export const generateMetadata = pageTitle('Appearance');

export default async function AppearancePage() {
  const actor = await guardPage('settings.edit', paths.admin.appearance());
  const [t, settings] = await Promise.all([adminText(), getSettings()]);
  const { ownCss, ownCssDraft } = settings;
  return (
    <>
      {/* Each pair to choose from is named in its own font. */}
      <style>{displayFontFaces()}</style>
      <PageHeader
        title={t('Appearance')}
        lead={t('How public pages look. Try it out in the preview; readers see it once it is saved.')}
      />
      {formerLooksOf(settings) && (
        <div className="looks-undo">
          <FieldsForm action={undoLooksAction} submit={t('Undo last change')} tone="plain" isOneOfSeveral fields={[]} />
        </div>
      )}
      <LooksForm
        action={saveLooksAction}
        shown={shownValues(shownLooksOf(settings))}
        looks={shownLooksOf(settings)}
        accentHue={settings.accentHue}
      />
      <section className="section" aria-labelledby="own-css">
        <SectionHeader
          id="own-css"
          title={t('Custom CSS')}
          hint={t('Rules that come after all others on public pages. The admin is never styled by them.')}
        />
        {can(actor, 'slots.trusted-code') ? (
          <>
            <OwnCssForm
              action={ownCssAction}
              shown={shownValues({ ownCss })}
              css={ownCssDraft || ownCss}
              looks={JSON.stringify([shownLooksOf(settings), formerLooksOf(settings)])}
            />
            {ownCssDraft && ownCssDraft !== ownCss && (
              <PreviewFrame
                name="css-preview"
                src={paths.admin.looksPreview(`css=draft&of=${ownCssDraft.length}`)}
                title={t('Preview of the CSS that is not saved')}
              />
            )}
          </>
        ) : (
          <p>{t('Only an owner can change it.')}</p>
        )}
      </section>
    </>
  );
}
