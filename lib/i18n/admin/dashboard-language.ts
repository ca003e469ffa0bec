export const dashboardLanguages = ['en', 'de'] as const;

/** A language of the admin. */
export type DashboardLanguage = (typeof dashboardLanguages)[number];

/** Each by its own name, for those who do not read the others. */
export const dashboardLanguageNames: Record<DashboardLanguage, string> = { en: 'English', de: 'Deutsch' };

export function isDashboardLanguage(text: unknown): text is DashboardLanguage {
  return dashboardLanguages.some((language) => language === text);
}

/** What somebody chose, or else the language of the site if the admin speaks it, or else English. */
export function dashboardLanguageFor(chosen: DashboardLanguage | undefined, siteLanguage: string): DashboardLanguage {
  const [language] = siteLanguage.toLowerCase().split('-');
  return chosen ?? dashboardLanguages.find((known) => known === language) ?? 'en';
}
