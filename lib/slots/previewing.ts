import 'server-only';
import { forEveryone } from './line-item';
import type { SlotPreview } from './preview-link';
import { findVersion, listSlots, type LiveLineItem, type LiveSlot } from './queries';

/** The slots as if the preview were saved, and the previewed one without its dates. */
export async function slotsWithPreview(preview: SlotPreview) {
  const [slots, version] = await Promise.all([
    listSlots(),
    preview.creativeId ? findVersion(preview.slotId, preview.creativeId) : null,
  ]);
  const current = slots.find((slot) => slot.id === preview.slotId);
  if (!current) return null;
  const creative = version && { ...withoutCode(version), startsAt: null, endsAt: null };
  const { settings } = preview;
  const lineItems = withContent(current, creative);
  const changed = { ...current, ...settings, isReadable: true as const, enabled: true, lineItems, creative };
  return { slot: changed, slots: slots.map((slot): LiveSlot => (slot.id === changed.id ? changed : slot)) };
}

// The previewed content alone, for everybody.
function withContent({ lineItems }: LiveSlot, creative: LiveLineItem['creative']): LiveLineItem[] {
  return lineItems.slice(0, 1).map((item) => ({ ...item, ...forEveryone, enabled: true, creative }));
}

function withoutCode({
  code: _code,
  mediaId: _media,
  createdAt: _at,
  ...shown
}: NonNullable<Awaited<ReturnType<typeof findVersion>>>) {
  return shown;
}
