import 'server-only';
import { cache, use } from 'react';
import { findDashboardLanguage } from '@/lib/actions/form-language';
import { adminTextOf } from '@/lib/i18n/admin/texts';
import { dashboardLanguages } from '@/lib/i18n/admin/dashboard-language';
import { drawn, type Text } from './text';

const texts = new Map(dashboardLanguages.map((language) => [language, drawn(adminTextOf(language))]));

/** The admin's texts, for pages and other async components. */
export const adminText = cache(async (): Promise<Text> => texts.get(await findDashboardLanguage())!);

/** The admin's texts, in components that are not async; "#text" is this or the one of the browser (package.json). */
export function useText() {
  return use(adminText());
}
