import { expect, test } from 'vitest';
import { isLanguageTag } from './languages';

test.each(['en', 'de-AT', 'pt-BR', 'zh-Hant-TW', 'gsw', 'sr-Latn', 'en-GB-oxendict', 'ar'])(
  '%s is a language',
  (tag) => {
    expect(isLanguageTag(tag)).toBe(true);
  },
);

test.each(['', 'english', 'deutsch', 'Français', 'en_US', 'engl', 'x-mine', 'e', 'en-', 'en US'])(
  '%j is none',
  (tag) => {
    expect(isLanguageTag(tag)).toBe(false);
  },
);
