import 'server-only';
import { createHash } from 'node:crypto';
import { sheetOf, urgentFonts, type LooksSettings } from '@/lib/settings/looks';
import { fontFiles } from './font-files';

/** The style sheet of the site's looks. */
export function looksSheet(settings: Omit<LooksSettings, 'ownCss'>) {
  return sheetOf(settings, fontFiles);
}

/** What the head of a public page names: its style sheets, each at the address of its version, and its first fonts. */
export function looksInHead(settings: LooksSettings) {
  const { ownCss, fontPair } = settings;
  return {
    sheets: [versioned('/looks.css', looksSheet(settings)), ...(ownCss ? [versioned('/own.css', ownCss)] : [])],
    fonts: urgentFonts(fontPair, fontFiles),
  };
}

function versioned(address: string, text: string) {
  return `${address}?v=${createHash('sha256').update(text).digest('hex').slice(0, 12)}`;
}
