import { expect, test } from 'vitest';
import { defaultSettings } from '@/lib/settings/settings';
import { accessPage } from './access-page';

const told = { title: 'Closed', text: 'We are back at noon.' };

test('a closed site keeps the colours and the letters that its owner chose', () => {
  const looks = { accentColour: '#0b6e4f', paper: 'white', fontPair: 'franklin' } as const;
  const { html } = accessPage({ ...told, settings: { ...defaultSettings, ...looks } });
  expect(html).toContain('--accent:light-dark(#0b6e4f, ');
  expect(html).toContain('--paper:light-dark(#ffffff, ');
  expect(html).toMatch(/--display:['"]Libre Franklin/);
});

test('an accent that is too weak on the page is made readable there, too', () => {
  const { html } = accessPage({ ...told, settings: { ...defaultSettings, accentColour: '#ffd400' } });
  expect(html).not.toContain('light-dark(#ffd400');
});
