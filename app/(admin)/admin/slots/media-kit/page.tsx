import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { adminText } from '@/components/text/server';
import { MediaKitForm } from '@/components/media-kit/media-kit-form';
import { listOffers } from '@/lib/media-kit/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { pageTitle } from '../../../page-title';
import { saveMediaKitAction } from './actions';
import '../slots.css';

export const generateMetadata = pageTitle('Media kit');

export default async function MediaKitSettingsPage() {
  await guardPage('slots.edit', paths.admin.mediaKit());
  const [t, settings, offers] = await Promise.all([adminText(), getSettings(), listOffers()]);
  return (
    <div className="slot-page">
      <SlotTabs current="media-kit" />
      <PageHeader
        title={t('Media kit')}
        lead={
          <>
            <span>{t('A public page on which you offer slots, with their sizes and what was really counted.')}</span>{' '}
            {settings.mediaKit && <a href={paths.mediaKit()}>{t('See {address}', { address: paths.mediaKit() })}</a>}
          </>
        }
      />
      <MediaKitForm action={saveMediaKitAction} settings={settings} offers={offers} />
    </div>
  );
}
