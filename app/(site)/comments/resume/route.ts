import { revalidateTag } from 'next/cache';
import { findActor } from '@/lib/auth/session';
import { cacheTags } from '@/lib/cache-tags';
import { publishDrafts } from '@/lib/comments/drafts';
import { paths } from '@/lib/paths';
import { draftSecrets, storeDraftSecrets } from '../../[slug]/comments/draft-cookie';

export const dynamic = 'force-dynamic';

/**
 * Where signing in leads somebody who wrote before: publishes what waited and shows it in its place. It may be opened
 * twice (the router looks ahead); the second time finds what the first one made.
 */
export async function GET(request: Request) {
  const named = new URL(request.url).searchParams.get('draft') ?? '';
  const secrets = await draftSecrets(named);
  const actor = await findActor();
  if (!actor) return seeOther(paths.signIn(paths.resumeComment(named)));
  if (!actor.emailVerified) return seeOther(paths.waitingComments(named));
  const { published, refused } = await publishDrafts(actor, secrets);
  for (const { postId } of published) {
    revalidateTag(cacheTags.comments(postId), { expire: 0 });
  }
  await storeDraftSecrets(refused.map(({ secret }) => secret));
  const last = published.at(-1);
  return seeOther(last && refused.length === 0 ? last.address : paths.waitingComments(refused[0]?.secret));
}

function seeOther(address: string) {
  return new Response(null, { status: 303, headers: { Location: address, 'Cache-Control': 'private, no-store' } });
}
