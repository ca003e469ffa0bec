import 'server-only';
import { cache } from 'react';
import { findActor } from '@/lib/auth/session';
import { dashboardLanguageFor } from '@/lib/i18n/admin/dashboard-language';
import { readSettings } from '@/lib/settings/queries';

/** The language in which the admin addresses whom this request is from. */
export const findDashboardLanguage = cache(async () => {
  const [actor, settings] = await Promise.all([findActor(), readSettings().catch(() => null)]);
  return dashboardLanguageFor(actor?.dashboardLanguage, settings?.language ?? 'en');
});
