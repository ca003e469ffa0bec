import { notFound } from 'next/navigation';
import { isSettingsArea, paths } from '@/lib/web/paths';
import { areas } from '../_areas/areas';
import { SettingsArea } from '../_areas/settings-area';
import { pageTitle } from '../../../page-title';

type Props = PageProps<'/admin/settings/[area]'>;

export async function generateMetadata({ params }: Props) {
  const { area } = await params;
  return pageTitle(isSettingsArea(area) ? areas[area].title : 'Settings')();
}

export default async function SettingsAreaPage({ params }: Props) {
  const { area } = await params;
  if (!isSettingsArea(area)) notFound();
  return <SettingsArea area={area} address={paths.admin.settings(area)} />;
}
