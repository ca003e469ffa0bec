import { msg } from '@/lib/i18n/admin/msg';
import type { SiteCodeNeed } from '@/lib/settings/site-code';

export const needNames: Record<SiteCodeNeed, string> = {
  none: msg('none, it keeps nothing in browsers'),
  analytics: msg('analytics, it measures how the site is read'),
  advertising: msg('advertising, its company may recognise readers'),
};
