import { escapeHtml } from '@/lib/html/escaping';
import { translatorOf } from '@/lib/i18n/translator';
import { shadesOf } from '@/lib/settings/accent';
import { fontPairs, stackOf } from '@/lib/settings/fonts';
import { paperColours } from '@/lib/settings/papers';
import type { Settings } from '@/lib/settings/settings';
import { directionOf } from '@/lib/web/languages';
import { SITE_PASSWORD } from '@/lib/web/own-routes';
import { barePolicy, bareTheme } from '@/server/http/bare-page';

export type PasswordProblem = 'wrong' | { minutes: number };

type Page = {
  settings: Pick<Settings, 'siteName' | 'language' | 'accentHue' | 'accentColour' | 'paper' | 'fontPair'>;
  title: string;
  text: string;
  password?: { to: string; problem: PasswordProblem | null };
  signIn?: string;
};

const policy = `${barePolicy}; form-action 'self'`;

/** Stands in place of a site that a browser may not see. It holds nothing of it but its name, and needs none of its files. */
export function accessPage({ settings, title, text, password, signIn }: Page) {
  const { siteName, language } = settings;
  const t = translatorOf(language);
  const html = `<!doctype html>
<html lang="${escapeHtml(language)}" dir="${directionOf(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta name="referrer" content="same-origin">
<title>${escapeHtml(title)} — ${escapeHtml(siteName)}</title>
<link rel="icon" href="data:,">
${bareTheme}
<style>${rolesOf(settings)}</style>
${style}
<header><p dir="auto">${escapeHtml(siteName)}</p></header>
<main>
<h1>${escapeHtml(title)}</h1>
${paragraphs(text)}
${password ? passwordForm(password, t) : ''}${signIn ? `<p><a class="button" href="${escapeHtml(signIn)}">${escapeHtml(t('layout.signIn'))}</a></p>\n` : ''}</main>
</html>
`;
  return { html, policy };
}

function passwordForm({ to, problem }: NonNullable<Page['password']>, t: ReturnType<typeof translatorOf>) {
  const sentence = problem === null ? '' : problem === 'wrong' ? t('access.wrong') : t('access.tooMany', problem);
  const [isWrong, alert] = sentence
    ? [' aria-invalid="true" aria-describedby="problem"', `<p id="problem" role="alert">${escapeHtml(sentence)}</p>\n`]
    : ['', ''];
  return `<form method="post" action="${SITE_PASSWORD}">
${alert}<input type="hidden" name="to" value="${escapeHtml(to)}">
<label for="password">${escapeHtml(t('access.password'))}</label>
<input id="password" type="password" name="password" autocomplete="current-password" maxlength="200" required autofocus${isWrong}>
<button class="button">${escapeHtml(t('access.enter'))}</button>
</form>
`;
}

function paragraphs(text: string) {
  return text
    .split(/\n{2,}/)
    .map((part) => `<p dir="auto">${escapeHtml(part).replaceAll('\n', '<br>')}</p>`)
    .join('\n');
}

/** What the owner chose of colours and letters; the files of the fonts stay behind the door. */
function rolesOf(settings: Page['settings']) {
  const paper = paperColours(settings.paper);
  const { light, dark } = shadesOf(settings);
  const roles = {
    '--paper': `light-dark(${paper.light}, ${paper.dark})`,
    '--accent': `light-dark(${light.accent}, ${dark.accent})`,
    '--accent-ink': `light-dark(${light.ink}, ${dark.ink})`,
    '--display': stackOf(fontPairs[settings.fontPair].display),
  };
  return `:root{${Object.entries(roles)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')}}`;
}

/** The measures of the pages to sign in. */
const style = `<style>
  :root {
    --ink: light-dark(oklch(0.235 0.012 60), oklch(0.915 0.008 80));
    --line: light-dark(oklch(0.6 0.012 70), oklch(0.54 0.012 75));
    --danger: light-dark(oklch(0.48 0.19 25), oklch(0.76 0.13 25));
  }
  * { box-sizing: border-box }
  body {
    margin: 0; overflow-wrap: anywhere; background: var(--paper); color: var(--ink);
    font: 400 1.0625rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif;
  }
  header, main { max-inline-size: 27rem; margin-inline: auto; padding: 2rem 1rem 0 }
  header p {
    margin: 0; padding-block-end: 0.75rem; border-block-end: 3px double;
    font: 700 1.5rem/1.1 var(--display);
  }
  main { padding-block-end: 6rem }
  h1 { margin: 0 0 1rem; font: 600 2rem/1.1 var(--display) }
  p { margin: 0 0 1.5rem }
  label { display: block; margin-block-end: 0.25rem; font-weight: 600; font-size: 0.9375rem }
  input:not([type=hidden]) {
    display: block; inline-size: 100%; min-block-size: 2.75rem; margin-block-end: 1rem; padding: 0.5rem 0.75rem;
    border: 1px solid var(--line); border-radius: 4px; background: transparent; color: inherit; font: inherit;
  }
  input[aria-invalid] { border-color: var(--danger) }
  #problem { padding-inline-start: 0.75rem; border-inline-start: 3px solid var(--danger); color: var(--danger) }
  .button {
    display: inline-flex; align-items: center; min-block-size: 2.75rem; padding: 0 1.25rem; border: 0; border-radius: 4px;
    background: var(--accent); color: var(--accent-ink); font: inherit; font-weight: 600; text-decoration: none; cursor: pointer;
  }
  :focus-visible { outline: 2px solid var(--accent); outline-offset: 2px }
</style>`;
