import { translatorOf } from '@/lib/i18n/translator';
import { directionOf } from '@/lib/web/languages';
import { escapeHtml } from '@/lib/html/escaping';
import { shadesOf } from '@/lib/settings/accent';
import { hexColour } from '@/lib/settings/colour';

export type EmailTemplate = {
  subject: string;
  greeting: string;
  paragraphs: string[];
  action: { label: string; href: string } | null;
  /** Small print under the button. */
  closing: string[];
  /** Below it: what somebody may want to do about e-mails like this. */
  links?: { label: string; href: string }[];
};

export type EmailBranding = {
  siteName: string;
  siteUrl: string;
  accentColour: string;
  accentHue: number;
  language: string;
};

export function emailText(template: EmailTemplate, head: EmailBranding): string {
  const t = translatorOf(head.language);
  const link = ({ label, href }: { label: string; href: string }) => `${t('text.label', { label })}\n${href}`;
  const parts = [
    template.greeting,
    ...template.paragraphs,
    ...(template.action ? [link(template.action)] : []),
    ...template.closing,
    ...(template.links ?? []).map(link),
    `-- \n${head.siteName}\n${head.siteUrl}`,
  ];
  return `${parts.join('\n\n')}\n`;
}

/** The e-mail as HTML in the site's style; tables, because of mail programs. */
export function emailHtml(template: EmailTemplate, head: EmailBranding): string {
  const { light, dark } = palettes(head);
  const paragraphs = template.paragraphs.map((text) => `<p style="margin:0 0 16px">${escapeHtml(text)}</p>`).join('');
  const closing = template.closing
    .map(
      (text) => `<p class="muted" style="margin:0 0 12px;font-size:14px;color:${light.muted}">${escapeHtml(text)}</p>`,
    )
    .join('');
  return `<!doctype html>
<html lang="${escapeHtml(head.language)}" dir="${directionOf(head.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(template.subject)}</title>
<style>
:root { color-scheme: light dark; }
@media (prefers-color-scheme: dark) {
  .paper { background: ${dark.paper} !important; color: ${dark.ink} !important; }
  .name { color: ${dark.ink} !important; border-color: ${dark.line} !important; }
  .muted { color: ${dark.muted} !important; }
  .action { background: ${dark.accent} !important; }
  .action a { color: ${dark.accentInk} !important; }
  .plain { color: ${dark.accent} !important; }
}
</style>
</head>
<body class="paper" style="margin:0;padding:0;background:${light.paper};color:${light.ink}">
<table role="presentation" class="paper" width="100%" cellpadding="0" cellspacing="0" border="0" style="background:${light.paper};color:${light.ink}">
<tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0" style="max-width:560px;text-align:start;font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;font-size:16px;line-height:1.55">
<tr><td class="name" style="padding:0 0 12px;border-bottom:3px double ${light.line};font-family:'Source Serif 4',Georgia,'Times New Roman',serif;font-size:24px;font-weight:600;color:${light.ink}"><bdi>${escapeHtml(head.siteName)}</bdi></td></tr>
<tr><td style="padding:32px 0 0">
<p style="margin:0 0 16px">${escapeHtml(template.greeting)}</p>
${paragraphs}
${template.action ? button(template.action, light, head.language) : ''}
${closing}
${(template.links ?? []).map((link) => smallLink(link, light)).join('')}
</td></tr>
</table>
</td></tr>
</table>
</body>
</html>
`;
}

type Palette = ReturnType<typeof palettes>['light'];

function button({ label, href }: { label: string; href: string }, light: Palette, language: string) {
  const link = `<a class="plain" href="${escapeHtml(href)}" style="color:${light.accent};word-break:break-all">${escapeHtml(href)}</a>`;
  const [before = '', after = ''] = escapeHtml(
    translatorOf(language)('email.copyAddress', { address: '\u0000' }),
  ).split('\u0000');
  return `<table role="presentation" cellpadding="0" cellspacing="0" border="0" style="margin:8px 0 24px"><tr><td class="action" style="background:${light.accent};border-radius:3px"><a href="${escapeHtml(href)}" style="display:inline-block;padding:12px 20px;color:${light.accentInk};font-weight:600;text-decoration:none">${escapeHtml(label)}</a></td></tr></table>
<p class="muted" style="margin:0 0 12px;font-size:14px;color:${light.muted}">${before}${link}${after}</p>`;
}

function smallLink({ label, href }: { label: string; href: string }, light: Palette) {
  return `<p style="margin:0 0 12px;font-size:14px"><a class="plain" href="${escapeHtml(href)}" style="color:${light.accent}">${escapeHtml(label)}</a></p>`;
}

// The same roles as in app/tokens.css; mail programs know neither custom properties nor OKLCH.
function palettes({ accentColour, accentHue }: Pick<EmailBranding, 'accentColour' | 'accentHue'>) {
  const shades = shadesOf({ accentColour, accentHue, paper: 'warm' });
  const light = {
    paper: hexColour({ lightness: 0.985, chroma: 0.004, hue: 85 }),
    ink: hexColour({ lightness: 0.235, chroma: 0.012, hue: 60 }),
    muted: hexColour({ lightness: 0.465, chroma: 0.014, hue: 65 }),
    line: hexColour({ lightness: 0.6, chroma: 0.012, hue: 70 }),
    accent: shades.light.accent,
    accentInk: shades.light.ink,
  };
  const dark: typeof light = {
    paper: hexColour({ lightness: 0.19, chroma: 0.008, hue: 70 }),
    ink: hexColour({ lightness: 0.915, chroma: 0.008, hue: 80 }),
    muted: hexColour({ lightness: 0.725, chroma: 0.012, hue: 75 }),
    line: hexColour({ lightness: 0.56, chroma: 0.012, hue: 70 }),
    accent: shades.dark.accent,
    accentInk: shades.dark.ink,
  };
  return { light, dark };
}
