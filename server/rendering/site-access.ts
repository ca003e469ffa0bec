import type { IncomingMessage } from 'node:http';
import { can } from '@/lib/auth/actor';
import { safeReturnTo } from '@/lib/auth/return-to';
import { translatorOf } from '@/lib/i18n/translator';
import { waitAfterAttempt } from '@/lib/rate-limits/limiting';
import { clientAddress } from '@/lib/rate-limits/client-address';
import { isPass, passCookie, passCookieName, passFor } from '@/lib/settings/access';
import { readSettings } from '@/lib/settings/queries';
import { verificationFileAt } from '@/lib/settings/verification';
import type { Settings } from '@/lib/settings/settings';
import { paths } from '@/lib/web/paths';
import { actorOf } from './audience';
import type { Answer } from './buffered-response';
import { accessPage, type PasswordProblem } from './access-page';

/** Of an answer that lets staff in during maintenance: the notice on each page, percent-encoded. */
export const NOTICE_HEADER = 'x-masthead-notice';
const RETRY_AFTER_SECONDS = 3_600;
const MAX_FORM_BYTES = 4_096;
const attempts = { name: 'site-password-from', limit: 60, seconds: 3_600 };

/** The same for everybody, and kept until a setting changes. */
export async function answerSiteState(): Promise<Answer> {
  const { maintenance, visibility } = await readSettings();
  return {
    status: 200,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=0' },
    cookies: [],
    body: Buffer.from(maintenance || visibility !== 'everyone' ? 'closed' : 'open'),
  };
}

/** 204 for a browser that may see the site; otherwise what it is told instead. `to`: what it asked for. */
export async function answerSiteGate({ headers }: IncomingMessage, to: string): Promise<Answer> {
  const [settings, actor] = await Promise.all([readSettings(), actorOf(headers.cookie)]);
  const isStaff = can(actor, 'admin.enter');
  if (verificationFileAt(settings.verificationFiles, to)) return letIn();
  if (settings.maintenance) return isStaff ? letIn(settings) : maintenancePage(settings, headers.accept);
  if (isStaff || settings.visibility === 'everyone') return letIn();
  if (settings.visibility === 'accounts') return actor ? letIn() : accountsPage(settings, to, headers.accept);
  return (await isPass(passIn(headers.cookie))) ? letIn() : passwordPage(settings, { to, accept: headers.accept });
}

/** Takes the password. A right one leads back to what was asked for. */
export async function answerSitePassword(request: IncomingMessage): Promise<Answer> {
  const settings = await readSettings();
  const form = new URLSearchParams(await textOf(request));
  const to = safeReturnTo(form.get('to')) || paths.home();
  if (settings.visibility !== 'password' || settings.maintenance) return redirect(to);
  const ask = (problem: PasswordProblem) => passwordPage(settings, { to, problem });
  const wait = await waitAfterAttempt(
    attempts,
    clientAddress({ get: (name) => request.headers[name]?.toString() ?? null }),
  );
  if (wait > 0) {
    const answer = ask({ minutes: Math.ceil(wait / 60) });
    return { ...answer, status: 429, headers: { ...answer.headers, 'retry-after': String(wait) } };
  }
  const pass = await passFor(form.get('password') ?? '');
  return pass === null ? ask('wrong') : { ...redirect(to), cookies: [passCookie(pass)] };
}

function letIn(settings?: Settings): Answer {
  const notice = settings && translatorOf(settings.language)('access.staffNotice');
  return {
    status: 204,
    headers: notice ? { [NOTICE_HEADER]: encodeURIComponent(notice) } : {},
    cookies: [],
    body: Buffer.alloc(0),
  };
}

function passwordPage(
  settings: Settings,
  asked: { to: string; accept?: string | undefined; problem?: PasswordProblem },
) {
  const t = translatorOf(settings.language);
  return pageAnswer(403, asked.accept, {
    settings,
    title: t('access.privateTitle'),
    text: t('access.passwordIntro'),
    password: { to: asked.to, problem: asked.problem ?? null },
  });
}

function accountsPage(settings: Settings, to: string, accept?: string) {
  const t = translatorOf(settings.language);
  const signIn = paths.signIn(safeReturnTo(to));
  const page = { settings, title: t('access.privateTitle'), text: t('access.accountsIntro'), signIn };
  return pageAnswer(403, accept, page);
}

function maintenancePage(settings: Settings, accept?: string): Answer {
  const t = translatorOf(settings.language);
  const answer = pageAnswer(503, accept, {
    settings,
    title: t('access.maintenanceTitle'),
    text: settings.maintenanceText || t('access.maintenanceIntro'),
  });
  return { ...answer, headers: { ...answer.headers, 'retry-after': String(RETRY_AFTER_SECONDS) } };
}

// Feed readers, scripts and images are told in a sentence.
function pageAnswer(status: number, accept: string | undefined, page: Parameters<typeof accessPage>[0]): Answer {
  const isDocument = accept === undefined || /text\/html|application\/xhtml/.test(accept);
  const { html, policy } = accessPage(page);
  const own: Record<string, string> = isDocument
    ? { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': policy }
    : { 'content-type': 'text/plain; charset=utf-8' };
  const body = isDocument ? html : `${page.title} ${page.text}\n`;
  return { status, headers: { ...own, 'x-robots-tag': 'noindex' }, cookies: [], body: Buffer.from(body) };
}

function redirect(location: string): Answer {
  return { status: 303, headers: { location }, cookies: [], body: Buffer.alloc(0) };
}

function passIn(cookies = '') {
  const name = `${passCookieName()}=`;
  return (
    cookies
      .split(/; */)
      .find((cookie) => cookie.startsWith(name))
      ?.slice(name.length) ?? ''
  );
}

async function textOf(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).subarray(0, MAX_FORM_BYTES).toString('utf8');
}
