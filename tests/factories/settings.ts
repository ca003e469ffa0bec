import { getSettings } from '@/lib/settings/queries';
import type { Settings } from '@/lib/settings/settings';
import { settingsForm } from '@/lib/settings/updating';

/** The fields of the settings form with these settings, as a browser sends them. */
export function settingsFields(settings: Settings): Record<string, string | undefined> {
  const fields = Object.entries(settings).map(([name, value]) => {
    const ticked = value === true ? 'on' : undefined;
    return [name, typeof value === 'boolean' ? ticked : String(value)] as const;
  });
  return Object.fromEntries(fields);
}

/** The settings form with what it shows now, and other values in some fields. */
export async function filledSettingsForm(typed: Record<string, string | undefined>) {
  return settingsForm.parse({ ...settingsFields(await getSettings()), ...typed });
}
