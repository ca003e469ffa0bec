import { beginAtProvider, configuredProviders } from '@/lib/auth/providers';
import { AppError } from '@/lib/platform/errors';
import { escapeHtml } from '@/lib/html/escaping';
import { paths } from '@/lib/web/paths';
import { limits } from '@/lib/users/rate-limits';
import { clientAddress } from '@/lib/rate-limits/client-address';
import { countAttempt } from '@/lib/rate-limits/limiting';
import { draftSecrets } from '../../../../(site)/[slug]/comments/draft-cookie';

export const dynamic = 'force-dynamic';

/**
 * Redirects to a provider. Not by an HTTP redirect: browsers apply `form-action` to every hop after a form, and a
 * provider may send users on to hosts that cannot be listed.
 */
export async function POST(request: Request, { params }: RouteContext<'/signin/with/[provider]'>) {
  const { provider } = await params;
  const { name } = configuredProviders().find(({ id }) => id === provider) ?? {};
  if (!name) return new Response('This sign-in method is not available.\n', { status: 404 });
  try {
    await countAttempt(limits.providerFrom, clientAddress(request.headers));
    const to = (await request.formData()).get('to');
    const isWaiting = (await draftSecrets()).length > 0;
    const address = await beginAtProvider(provider, isWaiting ? paths.pendingComments() : String(to ?? ''));
    return address ? leave(name, address) : back('failed');
  } catch (error) {
    if (error instanceof AppError) return new Response(`${error.message}\n`, { status: error.status });
    throw error;
  }
}

function back(problem: string) {
  return new Response(null, { status: 303, headers: { Location: `${paths.signIn()}?error=${problem}` } });
}

function leave(name: string, address: string) {
  const href = escapeHtml(address);
  const html = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Continue to ${escapeHtml(name)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">
<meta name="referrer" content="origin"><meta http-equiv="refresh" content="0;url=${href}"></head>
<body><p>Continuing to ${escapeHtml(name)} … <a href="${href}">Continue</a></p></body></html>`;
  return new Response(html, { headers: { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-store' } });
}
