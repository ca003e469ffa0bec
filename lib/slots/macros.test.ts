import { expect, test } from 'vitest';
import { hasMacros, replaceMacros } from './macros';

test.each([
  ['https://a.example/x;ord=[timestamp]?', 'https://a.example/x;ord=42?'],
  ['<img src="//a.example/p?cb=%%CACHEBUSTER%%">', '<img src="//a.example/p?cb=42">'],
  ['<img src="//a.example/p?cb=${CACHEBUSTER}">', '<img src="//a.example/p?cb=42">'],
  ['https://a.example/{random}/x', 'https://a.example/42/x'],
  ['https://a.example/?r={{random_number}}', 'https://a.example/?r=42'],
  ["document.write('<script src=\"' + base + '&ord=[CACHE_BUSTER]\">')", null],
  ["url += '&ord=[CACHEBUSTER]'", "url += '&ord=42'"],
  ['https://a.example/?n=INSERT_RANDOM_NUMBER_HERE', 'https://a.example/?n=42'],
])('%s carries a fresh number', (code, expected) => {
  expect(hasMacros(code)).toBe(true);
  expect(replaceMacros(code, '42')).toBe(expected ?? code.replace('[CACHE_BUSTER]', '42'));
});

test.each([
  'const {random} = Math; f({random});',
  'list[random] = [timestamp];',
  'var x = `${RANDOM} of us`;',
  'the [random] word',
])('code that only looks like a placeholder is left alone: %s', (code) => {
  expect(hasMacros(code)).toBe(false);
  expect(replaceMacros(code, '42')).toBe(code);
});
