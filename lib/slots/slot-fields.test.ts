import { expect, test } from 'vitest';
import { placements } from './placements';
import { slotSettingsSchema, defaultSlotSettings, type SlotSettings } from './slot';
import { settingsOf, fieldLabels, typedSlotSettings, type SlotSettingsField } from './slot-fields';

const names = new Map([
  ['id-1', 'Sea'],
  ['id-2', 'Land'],
]);
const full: SlotSettings = {
  ...defaultSlotSettings('in-article'),
  label: 'From our partners',
  position: {
    after: [3, 8],
    every: 4,
    middle: true,
    end: true,
    fractions: [0.25, 0.9],
    fromEnd: [4],
    maximum: 5,
    growsTo: 600,
    distance: 120,
    spacing: {
      desktop: { top: 300, between: 500, heading: 190, media: 100, blocks: 50 },
      mobile: { top: 200, between: 400, heading: 0, media: 90, blocks: 40 },
    },
  },
  rules: {
    pages: ['post', 'not-found'],
    onlyTags: ['id-1'],
    notTags: ['id-2'],
    onlyAuthors: [],
    notAuthors: ['id-1', 'id-2'],
    minimumWords: 300,
  },
};

const typed = (more: Partial<Record<SlotSettingsField, string>>) =>
  settingsOf(
    { ...(typedSlotSettings(full, names) as Record<SlotSettingsField, string>), ...more },
    { onlyTags: [], notTags: [], onlyAuthors: [], notAuthors: [] },
  );

test.each([full, ...placements.map(defaultSlotSettings)])(
  'what is stored is typed and read again as it was: %o',
  (stored) => {
    const form = typedSlotSettings(stored, names) as Record<SlotSettingsField, string>;

    expect(Object.keys(form).sort()).toEqual(Object.keys(fieldLabels).sort());
    expect(settingsOf(form, stored.rules)).toEqual(stored);
    expect(slotSettingsSchema.parse(settingsOf(form, stored.rules))).toEqual(stored);
  },
);

test('tags and authors are typed by their names, and one that is gone is left out', () => {
  expect(typedSlotSettings(full, names)).toMatchObject({ onlyTags: 'Sea', notTags: 'Land', notAuthors: 'Sea, Land' });
  expect(typedSlotSettings(full, new Map())).toMatchObject({ onlyTags: '', notAuthors: '' });
});

test('reads an empty number as 0 and lists with any separator, and refuses what is no number', () => {
  expect(typed({ width: ' ', maximum: '', after: '2; 5,7  9' })).toMatchObject({
    width: 0,
    position: { maximum: 1, after: [2, 5, 7, 9] },
  });
  expect(typed({ fractions: '25%; 0.5, 75 %' }).position.fractions.slice(0, 2)).toEqual([0.25, 0.5]);
  expect(slotSettingsSchema.safeParse(typed({ fractions: '1.5' })).success).toBe(false);
  expect(slotSettingsSchema.safeParse(typed({ height: 'many' })).success).toBe(false);
  expect(slotSettingsSchema.safeParse(typed({ after: '2, two' })).success).toBe(false);
});
