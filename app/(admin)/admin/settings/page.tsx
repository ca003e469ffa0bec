import { paths } from '@/lib/web/paths';
import { pageTitle } from '../../page-title';
import { SettingsArea } from './_areas/settings-area';

export const generateMetadata = pageTitle('Settings');

export default function SettingsPage() {
  return <SettingsArea area="general" address={paths.admin.settings()} />;
}
