/** Which setting names the image of each role, by its id in the library. */
export const siteImageSettings = {
  logo: 'logoId',
  darkLogo: 'darkLogoId',
  icon: 'iconId',
  social: 'socialImageId',
} as const;

export type SiteImageRole = keyof typeof siteImageSettings;
export type SiteImageIds = Record<(typeof siteImageSettings)[SiteImageRole], string>;

export const siteImageRoles = ['logo', 'darkLogo', 'icon', 'social'] as const satisfies readonly SiteImageRole[];

/** What the site uses an image of the library for. */
export function rolesOf(settings: SiteImageIds, mediaId: string): SiteImageRole[] {
  return siteImageRoles.filter((role) => settings[siteImageSettings[role]] === mediaId);
}

/** The images that the site uses itself. */
export function idsOfSite(settings: SiteImageIds): string[] {
  return siteImageRoles.map((role) => settings[siteImageSettings[role]]).filter(Boolean);
}
