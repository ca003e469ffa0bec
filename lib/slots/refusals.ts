import 'server-only';
import { readDb } from '@/lib/database/db';
import { env } from '@/lib/platform/env';
import { AppError } from '@/lib/platform/errors';
import { IN_PAGE_LEVEL, type CodeIsolation } from './creative';
import { recognise } from './networks/recognition';
import { placementFacts, isPlacement } from './placements';
import { parseStored, type SlotSettings } from './slot';

type Draft = { slotId: string; settings: SlotSettings; creative: { code: string; isolation: CodeIsolation } };

/** Throws with the reason if code cannot run where it was put. */
export async function refuseCode({ slotId, settings, creative }: Draft) {
  const { code, isolation } = creative;
  const sentence = refusalOf(code, isolation) ?? (await refusalBeside({ slotId, settings, creative }));
  if (sentence) throw new AppError('invalid', sentence, { fields: { isolation: sentence } });
}

/** Why code cannot run like this, whatever else is on the page. */
export function refusalOf(code: string, isolation: CodeIsolation): string | null {
  if (isolation === 'isolated-origin' && !env().adsFrameOrigin) {
    return 'This site has no second domain for frames (ADS_FRAME_ORIGIN), so code cannot run there. Choose another way to run it.';
  }
  const refusal = recognise(code)?.refusals.find((each) => (each.isolation ?? isolation) === isolation);
  if (refusal) return refusal.sentence;
  if (isolation === 'in-page' && /document\s{0,9}\.\s{0,9}write(?:ln)?\s{0,9}\(/.test(code)) {
    return 'This code writes itself into the page while it loads (document.write), which would erase the page. Let it run in a frame.';
  }
  return null;
}

const filled = { enabled: true, creativeId: { not: null } };
const inPage = { enabled: true, creative: { is: { kind: 'code', level: IN_PAGE_LEVEL } } };

// Networks that find their place by a name fill the first of that name; some allow one on a page.
async function refusalBeside({ slotId, settings, creative }: Draft): Promise<string | null> {
  const found = creative.isolation === 'in-page' ? recognise(creative.code) : null;
  if (!found) return null;
  const rows = await readDb.slot.findMany({
    where: { id: { not: slotId }, enabled: true, lineItems: { some: inPage } },
    select: {
      name: true,
      rules: true,
      position: true,
      lineItems: { where: inPage, select: { creative: { select: { code: true } } } },
    },
  });
  const others = rows.filter(({ rules, position }) => sharesPage(settings, parseStored(position, rules)));
  for (const { name, lineItems } of others) {
    const keys = lineItems.flatMap(({ creative: other }) => recognise(other?.code ?? '')?.keys ?? []);
    const shared = keys.find((key) => found.keys.includes(key));
    if (shared) return `“${name}” has this code already, and ${ruleOf(shared)}. Choose other pages for one of them.`;
  }
  const own = await readDb.slot.findUnique({ where: { id: slotId }, select: { placement: true } });
  return refusalHere(own?.placement ?? '', settings, found.keys) ?? (found.isPageWide ? refusalOfAnchor(slotId) : null);
}

function refusalHere(placement: string, { position }: SlotSettings, keys: string[]) {
  const isRepeated = isPlacement(placement) && placementFacts[placement].between !== undefined && position.maximum > 1;
  const [key] = keys;
  return key && isRepeated
    ? `This slot may stand ${position.maximum} times on a page, and ${ruleOf(key)}. Set “Maximum on one page” to 1.`
    : null;
}

async function refusalOfAnchor(slotId: string) {
  const sticky = await readDb.slot.findFirst({
    where: { id: { not: slotId }, placement: 'sticky-footer', enabled: true, lineItems: { some: filled } },
    select: { name: true },
  });
  return sticky
    ? `AdSense’s automatic ads put an ad at the lower edge of the window, where “${sticky.name}” is. Disable that slot first.`
    : null;
}

function ruleOf(key: string) {
  if (key.startsWith('gpt:')) return `Google’s tag fills a place of one name (${key.slice(4)}) once on a page`;
  if (key.startsWith('id:')) return `a page has one place of each name (${key.slice(3)})`;
  return 'the network allows it once on a page';
}

function sharesPage({ rules }: SlotSettings, other: ReturnType<typeof parseStored>) {
  return other.isReadable && other.rules.pages.some((page) => rules.pages.includes(page));
}
