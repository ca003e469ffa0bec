import { OTHER_HOSTS } from './referrer-hosts';

/** How a referring host is shown. */
export function referrerName(host: string) {
  if (host === '') return 'None: typed, saved or not told';
  return host === OTHER_HOSTS ? 'Other sites' : host;
}

/** "Austria" for AT. */
export function countryName(code: string, language = 'en') {
  try {
    return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function deviceName(device: string) {
  return device === 'mobile' ? 'Mobile' : 'Desktop';
}

/** "62 %"; a dash where there is nothing to divide by. */
export function shareOf(part: number, whole: number) {
  return whole === 0 ? '–' : `${Math.round((part / whole) * 100)}\u00a0%`;
}
