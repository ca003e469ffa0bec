import { adsense } from './adsense';
import { amazon } from './amazon';
import type { Consent } from '../consent';
import { carbon } from './carbon';
import { ethicalAds } from './ethical-ads';
import { googlePublisherTag } from './google-publisher-tag';
import { mediaNet } from './media-net';
import { parsePasted, type Network, type Recognition } from './network';
import { plain } from './plain';
import { revive } from './revive';

/** The first that knows the code names it. */
const networks: readonly Network[] = [adsense, googlePublisherTag, ethicalAds, carbon, amazon, revive, mediaNet, plain];

const evaluating = new Set([adsense.name, googlePublisherTag.name]);

/** What pasted code is, where it should run and what would be refused; it is not run for this. */
export function recognise(code: string): Recognition | null {
  const parsed = parsePasted(code);
  for (const network of networks) {
    const found = network.recognise(parsed);
    if (found) return found;
  }
  return null;
}

/** Networks whose code is there besides that of the first; beside Google Publisher Tag others are bidders. */
export function othersIn(code: string): string[] {
  const parsed = parsePasted(code);
  const [first, ...others] = networks.filter((network) => network !== plain && network.recognise(parsed));
  const isBidding = first === googlePublisherTag || others.includes(googlePublisherTag);
  return isBidding ? [] : others.map(({ name }) => name);
}

// The loaders of consent platforms, which must run before anybody was asked.
const platforms =
  /fundingchoicesmessages\.google\.com|consent\.cookiebot\.com|cdn\.cookielaw\.org|cmp\.quantcast\.com|cmp\.inmobi\.com|sdk\.privacy-center\.org|usercentrics\.eu|cdn\.consentmanager\.net|cmp\.osano\.com|cdn\.iubenda\.com|sourcepoint/;

/** What a reader must allow before such code runs, as far as the code tells. */
export function consentNeededBy(code: string): Consent {
  if (platforms.test(code)) return 'none';
  const found = recognise(code);
  if (found) return found.consent;
  return /(?:src|srcset|data|action)\s{0,9}=|url\s{0,9}\(|@import/i.test(code) ? 'advertising' : 'none';
}

/** Whether a page with this network's code must allow that text is run as code. */
export function evaluatesText(network: string) {
  return evaluating.has(network);
}

/** How a page runs this code. */
export function executionOf(code: string): Pick<Recognition, 'once' | 'isPageWide'> {
  const { once, isPageWide } = recognise(code) ?? { once: [], isPageWide: false };
  return { once, isPageWide };
}
