import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { requireCapability } from '@/lib/auth/guards';
import { AppError } from '@/lib/platform/errors';
import { detectCode } from '@/lib/slots/detection';
import { createPausedSlot } from '@/lib/slots/paused-slots';
import { placementFacts, type Placement } from '@/lib/slots/placements';
import { defaultSlotSettings, type SlotSettings } from '@/lib/slots/slot';
import type { FoundAd } from './found-ads';
import { readAdSettings } from './reading';

const MAX_ADS = 100;
const MAX_NAME = 80;

export type ImportedAd = { slotId: string; name: string; placement: string; network: string; notes: string[] };
/** `left`: what did not come, a sentence each. */
export type AdImport = { system: string; imported: ImportedAd[]; left: string[] };

/** Makes disabled slots of the ads in another system’s export, and says what could not be carried. */
export async function importAdSettings(actor: Actor, text: string): Promise<AdImport> {
  requireCapability(actor, 'slots.edit');
  const { system, ads, left } = readAdSettings(text);
  if (ads.length + left.length === 0) throw new AppError('invalid', 'No ad was found in this file.');
  const imported: ImportedAd[] = [];
  const notImported = [...left];
  for (const ad of ads.slice(0, MAX_ADS)) {
    const outcome = await importAd(actor, ad);
    if (typeof outcome === 'string') notImported.push(outcome);
    else imported.push(outcome);
  }
  if (ads.length > MAX_ADS) notImported.push(`Only the first ${MAX_ADS} of ${ads.length} ads were imported.`);
  return { system, imported, left: notImported };
}

async function importAd(actor: Actor, ad: FoundAd): Promise<ImportedAd | string> {
  const name = ad.name.slice(0, MAX_NAME);
  const placement = ad.placement ?? 'post-end';
  const { recognition } = detectCode(ad.code);
  try {
    const slot = await createPausedSlot(actor, { name, placement, settings: settingsOf(ad, placement), code: ad.code });
    if ('heldBy' in slot) return `“${name}” was not imported: the slot “${slot.heldBy}” has this code already.`;
    const unknown = ad.placement ? [] : ['Its placement is unknown: move it to another slot if this one is wrong.'];
    return {
      slotId: slot.id,
      name,
      placement: placementFacts[placement].name,
      network: recognition?.network ?? '',
      notes: [...unknown, ...ad.notes],
    };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return `“${name}” was not imported. ${error.message}`;
    throw error;
  }
}

function settingsOf({ code, position, rules, devices }: FoundAd, placement: Placement): SlotSettings {
  const settings = defaultSlotSettings(placement);
  const size = detectCode(code).size;
  const mobile = { mobileWidth: settings.mobileWidth, mobileHeight: settings.mobileHeight };
  const fits = size && size.width <= 336;
  const pages = rules?.pages?.filter((page) => placementFacts[placement].pages.includes(page)) ?? [];
  return {
    ...settings,
    ...(size ? { width: size.width, height: size.height } : {}),
    ...(fits ? { mobileWidth: size.width, mobileHeight: size.height } : mobile),
    ...(devices === 'desktop' ? { mobileWidth: 0, mobileHeight: 0 } : {}),
    ...(devices === 'mobile' ? { width: 0, height: 0 } : {}),
    position: { ...settings.position, ...position },
    rules: {
      ...settings.rules,
      ...(rules?.minimumWords ? { minimumWords: rules.minimumWords } : {}),
      ...(pages.length > 0 ? { pages } : {}),
    },
  };
}
