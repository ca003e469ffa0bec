import type { NextRequest } from 'next/server';
import { handleProvider } from '@/lib/auth/providers';
import { signInWithIdentity } from '@/lib/users/identities';

export const dynamic = 'force-dynamic';

/** The callback of sign-in providers. Starting and signing out have routes of our own. */
const answered = new Set(['callback', 'error', 'signin']);

async function handle(request: NextRequest, { params }: RouteContext<'/api/auth/[...nextauth]'>) {
  const { nextauth } = await params;
  const [action = ''] = nextauth;
  if (!answered.has(action)) return new Response('Not found\n', { status: 404 });
  return handleProvider(request, nextauth, signInWithIdentity);
}

export { handle as GET };
