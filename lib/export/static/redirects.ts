import { escapeHtml } from '@/lib/html/escaping';
import { fileOf, relativeTo, targetOf } from './addresses';

export type Redirect = { from: string; to: string; status: number; kind: string };

/** A line of the file that hosts such as Netlify and Cloudflare Pages read; null for what it has no form for. */
export function lineOfRedirect({ from, to, status, kind }: Redirect) {
  if (status === 410 || to === '' || /[?\s]/.test(from)) return null;
  return kind === 'prefix' ? `${from}/* ${to}/:splat ${status}` : `${from} ${to} ${status}`;
}

/** A page that leads on, for hosts that know no redirects; null for what no file can stand for. */
export function pageOfRedirect({ from, to, status, kind }: Redirect, siteUrl: string) {
  const isFile =
    kind === 'exact' && status !== 410 && to !== '' && !from.includes('?') && !/\.(?!html?$)[a-z0-9]+$/i.test(from);
  if (!isFile) return null;
  const name = fileOf(from);
  const target = targetOf(to, { siteUrl, page: '/' });
  const address = escapeHtml(target ? relativeTo(name, fileOf(target.pathname)) + target.search + target.hash : to);
  return {
    name,
    html: `<!doctype html>\n<meta charset="utf-8">\n<meta http-equiv="refresh" content="0; url=${address}">\n<meta name="robots" content="noindex">\n<title>${address}</title>\n<p><a href="${address}">${address}</a></p>\n`,
  };
}
