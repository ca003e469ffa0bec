import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { capsSchema, conditionSchema, goalSchema } from './line-item';
import { manifestOf, manifestVersion } from './manifest';
import { placements } from './placements';
import type { LiveLineItem, LiveSlot } from './queries';
import { defaultSlotSettings } from './slot';

const now = new Date('2026-11-28T12:00Z');
const kinds = ['code', 'image', 'text'] as const;

function variants(name: string) {
  const widths = [320, 480, 640, 960, 1280, 1600];
  const types = [
    ['image/avif', 'avif'],
    ['image/webp', 'webp'],
    ['image/jpeg', 'jpg'],
  ] as const;
  return types.flatMap(([mime, ending]) =>
    widths.map((width) => ({ path: `2026/11/${name}-${width}w.${ending}`, width, height: width, mime, bytes: 9 })),
  );
}

function content(kind: (typeof kinds)[number]) {
  const id = randomUUID();
  const image = { id, width: 1600, height: 900, alt: '', caption: '', credit: '', color: '#225588', focus: '' };
  return {
    id,
    kind,
    isolation: kind === 'code' ? ('sandboxed' as const) : ('inline' as const),
    consent: kind === 'code' ? ('advertising' as const) : ('none' as const),
    version: 1,
    hash: '',
    linkUrl: `https://chandler-${id.slice(0, 8)}.example/autumn`,
    alt: 'A boat at the quay',
    headline: 'Ropes and knots for every boat',
    text: 'Everything that holds a boat, from the first knot to the last.',
    callToAction: 'Visit the chandler',
    startsAt: null,
    endsAt: null,
    media: kind === 'image' ? { ...image, variants: variants(id) } : null,
    evaluates: false,
    frame: `${id}-0123456789abcdef`,
    frameOrigin: '',
  };
}

function lineItem(index: number): LiveLineItem {
  return {
    id: randomUUID(),
    slotId: 'slot',
    name: `Line item ${index}`,
    tier: 'network',
    weight: 1 + (index % 5),
    enabled: true,
    isReadable: true,
    conditions: index % 4 === 0 ? [conditionSchema.parse({ minimumWidth: 800, reader: 'signed-out' })] : [],
    caps: capsSchema.parse({ day: index % 3 }),
    goal: goalSchema.parse({}),
    competitor: '',
    campaignId: null,
    arm: '',
    version: 1,
    creative: content(kinds[index % 3] ?? 'text'),
  };
}

function slotsWith(each: number): LiveSlot[] {
  return placements.slice(0, 6).map((placement, index) => {
    const lineItems = Array.from({ length: each }, (_, at) => lineItem(index * each + at));
    const settings = { ...defaultSlotSettings(placement), isReadable: true as const, enabled: true, version: 1 };
    return { id: `${placement}-slot`, placement, name: placement, ...settings, lineItems, creative: null };
  });
}

test('sixty line items in six slots are eight kilobytes at most', () => {
  const manifest = manifestOf(slotsWith(10), { now, zone: 'Europe/Berlin' });

  expect(Object.keys(manifest.items)).toHaveLength(60);
  expect(gzipSync(JSON.stringify(manifest)).byteLength).toBeLessThan(8 * 1024);
});

test('its version is that of the choice, whatever else changes', () => {
  const slots = slotsWith(2);

  expect(manifestVersion(slots, now)).toBe(manifestVersion(structuredClone(slots), new Date(now.getTime() + 60_000)));
  expect(manifestVersion([], now)).not.toBe(manifestVersion(slots, now));
});
