import { PageHeader } from '@/components/admin/page-header';
import { SettingsCard } from '@/components/settings/settings-card';
import { adminText } from '@/components/text/server';
import { getSettings } from '@/lib/settings/queries';
import { shownIn } from '@/lib/settings/sections';
import { guardPage } from '../../../guard';
import { changeSettingsAction } from '../actions';
import { areas, type Area } from './areas';

/** A page of the settings: a card with its own form for each of its sections. */
export async function SettingsArea({ area, address }: { area: Area; address: string }) {
  await guardPage('settings.edit', address);
  const [settings, t] = await Promise.all([getSettings(), adminText()]);
  const { title, lead, cards } = areas[area];
  return (
    <>
      <PageHeader title={t(title)} lead={t(lead)} />
      {(await cards(settings, t)).map(({ section, ...card }) => (
        <SettingsCard
          key={section}
          action={changeSettingsAction}
          section={section}
          shown={shownIn(section, settings)}
          {...card}
        />
      ))}
    </>
  );
}
