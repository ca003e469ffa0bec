import 'server-only';
import { adminTextIn, type AdminText } from './admin-text';
import { german } from './de';
import type { DashboardLanguage } from './dashboard-language';

const texts: Record<DashboardLanguage, AdminText> = {
  en: adminTextIn('en', {}),
  de: adminTextIn('de', german),
};

/** The admin's texts in a language. */
export function adminTextOf(language: DashboardLanguage): AdminText {
  return texts[language];
}
