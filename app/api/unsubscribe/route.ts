import { AppError } from '@/lib/platform/errors';
import { unsubscribe } from '@/lib/notifications/unsubscribing';
import { paths } from '@/lib/web/paths';

export const dynamic = 'force-dynamic';

const headers = { 'Cache-Control': 'private, no-store' };

/** Shows the page with the button. */
export function GET(request: Request) {
  return new Response(null, { status: 303, headers: { ...headers, Location: paths.unsubscribe(tokenOf(request)) } });
}

/** What a mail program sends when a person presses its own button (RFC 8058): without a session, and without a page. */
export async function POST(request: Request) {
  try {
    await unsubscribe({ token: tokenOf(request), all: '' });
    return new Response('You are unsubscribed.\n', { headers });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return new Response(`${error.message}\n`, { status: error.status, headers });
  }
}

function tokenOf(request: Request) {
  return encodeURIComponent(new URL(request.url).searchParams.get('token')?.slice(0, 500) ?? '');
}
