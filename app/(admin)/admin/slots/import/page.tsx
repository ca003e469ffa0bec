import { PageHeader } from '@/components/admin/page-header';
import { SlotTabs } from '@/components/slots/slot-tabs';
import { AdImportForm } from '@/components/slots/ad-import-form';
import { adminText } from '@/components/text/server';
import { paths } from '@/lib/web/paths';
import { pageTitle } from '../../../page-title';
import { guardPage } from '../../../guard';
import { importAdsAction } from './actions';
import '../slots.css';

export const generateMetadata = pageTitle('Import ad settings');

export default async function ImportAdsPage() {
  await guardPage('slots.edit', paths.admin.importSlots());
  const t = await adminText();
  return (
    <div className="slot-page">
      <SlotTabs current="import" />
      <PageHeader
        title={t('Import ad settings')}
        lead={t(
          'From Ad Inserter, Advanced Ads, WP QUADS or a Blogger theme. Each ad becomes a slot that is disabled until you have looked at it.',
        )}
      />
      <AdImportForm action={importAdsAction} />
    </div>
  );
}
