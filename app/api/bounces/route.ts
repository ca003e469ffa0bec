import { createHash, timingSafeEqual } from 'node:crypto';
import { takeBounce, type BounceOutcome } from '@/lib/notifications/bounces';
import { env } from '@/lib/platform/env';

export const dynamic = 'force-dynamic';

const sentences: Record<BounceOutcome, string> = {
  noted: 'Noted: no more e-mails about comments go to this address.',
  'not-ours':
    'Nothing was changed: this is no report on an e-mail of this site to somebody who still has that address.',
  'not-for-good': 'Nothing was changed: this is no report that the address does not exist.',
  outdated: 'Nothing was changed: its recipient tries again since then.',
};

/** What a mail server reports, handed in by a pipe that knows BOUNCE_SECRET. All that it understands is answered as done, so that nothing is reported on reports. */
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
