import { createHash, timingSafeEqual } from 'node:crypto';
import { takeBounce, type BounceOutcome } from '@/lib/notifications/bounces';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-dynamic';

const sentences: Record<BounceOutcome, string> = {
  noted: 'Noted: no more e-mails about comments go to this address.',
  'not-ours':
    'Nothing was changed: this is not a bounce of an e-mail that this site sent to an address still in use here.',
  'not-for-good': 'Nothing was changed: this bounce does not say that the address is closed for good.',
  outdated: 'Nothing was changed: the recipient has chosen to try the address again since.',
};

/**
 * What a mail server reports, handed in by a pipe that knows BOUNCE_SECRET. All that it understands is answered as done, so
 * that nothing is reported on reports.
 */
export async function POST(request: Request) {
  const { bounces } = env();
  if (!bounces || !isSecret(request.headers.get('authorization'), bounces.secret)) {
    return answer('Reports are taken with BOUNCE_SECRET as a bearer token.', 403);
  }
  return answer(sentences[await takeBounce(Buffer.from(await request.arrayBuffer()))]);
}

function isSecret(header: string | null, secret: string) {
  const given = /^Bearer (.+)$/i.exec(header ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string) {
  return createHash('sha256').update(text).digest();
}

function answer(sentence: string, status = 200) {
  return new Response(`${sentence}\n`, { status, headers: { 'Cache-Control': 'private, no-store' } });
}
