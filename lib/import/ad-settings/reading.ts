import { AppError } from '@/lib/platform/errors';
import { adInserter } from './ad-inserter';
import { advancedAds } from './advanced-ads';
import { bloggerTheme } from './blogger-theme';
import type { FoundAds } from './found-ads';
import { quads } from './quads';

const formats = [adInserter, advancedAds, quads, bloggerTheme];
const MAX_LENGTH = 5_000_000;

/** The ads in another system’s export. Nothing in it is run. */
export function readAdSettings(text: string): FoundAds {
  if (text.trim() === '') throw refusal('Choose a file, or paste the settings that you exported.');
  if (text.length > MAX_LENGTH)
    throw refusal('This is larger than 5 MB. Exported ad settings are smaller: is it the right file?');
  for (const { system, read } of formats) {
    const found = read(text);
    if (found) return { system, ...found };
  }
  throw refusal(
    'These ad settings are not recognised. Masthead reads exports of Ad Inserter, Advanced Ads (XML) and WP QUADS (JSON), and Blogger themes (XML). Nothing was imported.',
  );
}

function refusal(sentence: string) {
  return new AppError('invalid', sentence, { fields: { file: sentence } });
}
