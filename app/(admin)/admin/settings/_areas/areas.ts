import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import { msg } from '@/lib/i18n/admin/msg';
import type { Settings } from '@/lib/settings/settings';
import type { SettingsAreaName } from '@/lib/web/paths';
import { adCards } from './ads';
import { commentCards } from './comments';
import { generalCards } from './general';
import { readingCards } from './reading';
import { searchEngineCards } from './search-engines';

type Cards = SettingsCardSpec[];

export type Area = 'general' | SettingsAreaName;

/** The pages of the settings that are made of cards. */
export const areas: Record<
  Area,
  { title: string; lead: string; cards: (settings: Settings, t: Text) => Cards | Promise<Cards> }
> = {
  general: {
    title: msg('Settings'),
    lead: msg('Each part is saved by itself, and changes apply to every page immediately.'),
    cards: generalCards,
  },
  reading: {
    title: msg('Reading##settings'),
    lead: msg('Lists, feeds, the 404 page and what is counted.'),
    cards: readingCards,
  },
  comments: {
    title: msg('Readers and comments'),
    lead: msg('Who can comment, and which comments need approval.'),
    cards: commentCards,
  },
  ads: {
    title: msg('Ads'),
    lead: msg('What holds for all slots, and what their code may do.'),
    cards: adCards,
  },
  'search-engines': {
    title: msg('Search engines and security'),
    lead: msg('What search engines and security researchers find.'),
    cards: searchEngineCards,
  },
};
