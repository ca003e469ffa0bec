import { expect, test } from 'vitest';
import { skeletonOf, skeletonWithoutOffice, speaksForSite } from './look-alikes';

test.each([
  'Nora Owner',
  'nora owner',
  'NORA OWNER',
  'Nоrа Оwner',
  'Nora\u00adOwner',
  'N\u200bora Owner',
  'Νοra Owner',
  'Ｎｏｒａ　Ｏｗｎｅｒ',
  '𝓝𝓸𝓻𝓪 𝓞𝔀𝓷𝓮𝓻',
  'Ńörá Ówńer',
  'N0ra Owner',
  'ɴᴏʀᴀ ᴏᴡɴᴇʀ',
  'Nora Ovvner',
  'Nora-Owner',
  'N.o.r.a Owner',
  '🅝🅞🅡🅐 Owner',
])('%s looks like Nora Owner', (name) => {
  expect(skeletonOf(name)).toBe(skeletonOf('Nora Owner'));
});

test.each(['Nora Ovens', 'Nora', 'Owner Nora', 'Норвегия', '李 雷', 'Νίκος'])('%s does not', (name) => {
  expect(skeletonOf(name)).not.toBe(skeletonOf('Nora Owner'));
  expect(skeletonOf(name)).not.toBe('');
});

test.each([
  'Admin',
  'аdmin',
  'Adm1n',
  'The Admin Team',
  'Harbour News',
  'Hаrbour Nеws',
  'HARBOURNEWS',
  'Harbour News Support',
  'Moderator',
  'Official Harbour News',
])('%s claims to speak for Harbour News', (name) => {
  expect(speaksForSite(name, 'Harbour News')).toBe(true);
});

test.each(['Ida Brandt', 'Harbour Master', 'Admina Keller', 'Ida of Harbour News', 'The Rooter', 'Teamo', '李', 'A'])(
  '%s does not',
  (name) => {
    expect(speaksForSite(name, 'Harbour News')).toBe(false);
  },
);

test.each(['Nora Brandt (editor)', 'Owner Nora Brandt', 'Nora Brandt, Аdmin', 'Official Nora Brandt, the staff'])(
  '%s claims an office',
  (name) => expect(skeletonWithoutOffice(name)).toBe(skeletonOf('Nora Brandt')),
);

test.each(['Nora Brandt', 'Nora Ownerson', 'Teamo', '李'])('%s claims none', (name) => {
  expect(skeletonWithoutOffice(name)).toBeNull();
});

test('a site without a name reserves no name', () => {
  expect(speaksForSite('Ida', '')).toBe(false);
});
