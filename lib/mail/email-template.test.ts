import { describe, expect, test } from 'vitest';
import { hexColour } from '@/lib/settings/colour';
import { emailHtml, emailText } from './email-template';

const head = {
  siteName: 'Harbour <News>',
  siteUrl: 'https://news.example',
  accentColour: '',
  accentHue: 25,
  language: 'en',
};
const template = {
  subject: 'Confirm your address',
  greeting: 'Hello "Ida" <script>alert(1)</script>,',
  paragraphs: ['Please confirm.'],
  action: { label: 'Confirm', href: 'https://news.example/signup/confirm?token=a&b' },
  closing: ['If it was not you, throw this e-mail away.'],
};

describe('e-mails', () => {
  test('the text part carries the whole e-mail and its link', () => {
    const text = emailText(template, head);
    expect(text).toContain('Please confirm.');
    expect(text).toContain('https://news.example/signup/confirm?token=a&b');
    expect(text).toContain('throw this e-mail away');
  });

  test.each([
    ['en', 'Confirm:\nhttps://'],
    ['fr', 'Confirm\u00a0:\nhttps://'],
  ])('in %s, a label stands before its address as the language writes it', (language, written) => {
    const links = [{ label: 'Unsubscribe', href: 'https://news.example/unsubscribe' }];
    const text = emailText({ ...template, links }, { ...head, language });
    expect(text).toContain(written);
    expect(text).toContain(written.replace('Confirm', 'Unsubscribe'));
  });

  test('the HTML part escapes all text from users', () => {
    const html = emailHtml(template, head);
    expect(html).not.toContain('<script');
    expect(html).toContain('<bdi>Harbour &lt;News&gt;</bdi>');
    expect(html).toContain('href="https://news.example/signup/confirm?token=a&amp;b"');
  });

  test('converts colours for mail programs', () => {
    expect(hexColour({ lightness: 1, chroma: 0, hue: 0 })).toBe('#ffffff');
    expect(hexColour({ lightness: 0, chroma: 0, hue: 0 })).toBe('#000000');
    expect(hexColour({ lightness: 0.627955, chroma: 0.257683, hue: 29.2339 })).toBe('#ff0000');
  });
});
