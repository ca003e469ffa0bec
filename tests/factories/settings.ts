import { getSettings } from '@/lib/settings/queries';
import { settingsSections } from '@/lib/settings/sections';
import type { Settings } from '@/lib/settings/settings';

/** The fields of the settings form with these settings, as a browser sends them. */
export function settingsFields(settings: Settings): Record<string, string | undefined> {
  const fields = Object.entries(settings).map(([name, value]) => {
    const ticked = value === true ? 'on' : undefined;
    return [name, typeof value === 'boolean' ? ticked : String(value)] as const;
  });
  return Object.fromEntries(fields);
}

/** What the forms of all sections send with what they show now, and other values in some fields. */
export async function filledSettingsForm(typed: Record<string, string | undefined>) {
  const sent = { ...settingsFields(await getSettings()), ...typed };
  const parts = Object.values(settingsSections).map((section): Partial<Settings> => section.parse(sent));
  return Object.assign({}, ...parts) as Partial<Settings>;
}
