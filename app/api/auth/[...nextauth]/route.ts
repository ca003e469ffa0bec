import type { NextRequest } from 'next/server';
import { answerProvider } from '@/lib/auth/providers';
import { signInWithIdentity } from '@/lib/people/identities';

export const dynamic = 'force-dynamic';

/** What a provider sends people back to. Starting, signing out and asking who is there have addresses of our own. */
const answered = new Set(['callback', 'error', 'signin']);

async function handle(request: NextRequest, { params }: RouteContext<'/api/auth/[...nextauth]'>) {
  const { nextauth } = await params;
  const [act = ''] = nextauth;
  if (!answered.has(act)) return new Response('Not found\n', { status: 404 });
  return answerProvider(request, nextauth, signInWithIdentity);
}

export { handle as GET };
