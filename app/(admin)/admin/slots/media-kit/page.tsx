import type { Metadata } from 'next';
import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { MediaKitForm } from '@/components/media-kit/media-kit-form';
import { listOffers } from '@/lib/media-kit/queries';
import { getSettings } from '@/lib/settings/queries';
import { paths } from '@/lib/web/paths';
import { guardPage } from '../../../guard';
import { saveMediaKitAction } from './actions';
import '../slots.css';

export const metadata: Metadata = { title: 'Media kit' };

export default async function MediaKitSettingsPage() {
  await guardPage('slots.edit', paths.admin.mediaKit());
  const [settings, offers] = await Promise.all([getSettings(), listOffers()]);
  return (
    <div className="slot-page">
      <SlotTabs current="media-kit" />
      <PageHeader
        title="Media kit"
        lead={
          <>
            <span>A public page on which you offer slots, with their sizes and what was really counted.</span>{' '}
            {settings.mediaKit && <a href={paths.mediaKit()}>{`See ${paths.mediaKit()}`}</a>}
          </>
        }
      />
      <MediaKitForm action={saveMediaKitAction} settings={settings} offers={offers} />
    </div>
  );
}
