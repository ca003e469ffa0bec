import { addedCommentMarkup } from '@/components/comments/comment-markup';
import { staffWords } from '@/components/comments/staff-words';
import { adminText } from '@/components/text/server';
import { findActor } from '@/lib/auth/session';
import { findViewerOfThread, type AnswerToViewer, type OwnComment } from '@/lib/comments/viewer-state';
import { listMutedComments } from '@/lib/mutes/queries';
import { readSettings } from '@/lib/settings/queries';
import type { DateStyle } from '@/lib/time/dates';

export const dynamic = 'force-dynamic';

/** The viewer's comments and permissions in a post's thread, for the public page's island. */
export async function GET(request: Request) {
  const postId = new URL(request.url).searchParams.get('post') ?? '';
  const answer: AnswerToViewer = { viewer: await findViewer(postId) };
  return Response.json(answer, { headers: { 'Cache-Control': 'private, no-store' } });
}

async function findViewer(postId: string) {
  const actor = await findActor();
  if (!actor) return null;
  const [viewer, muted, dates] = await Promise.all([
    findViewerOfThread(actor, postId),
    listMutedComments(actor, postId),
    readSettings(),
  ]);
  const staff = viewer.canModerate || viewer.canPick ? staffWords(await adminText()) : null;
  return { ...viewer, own: viewer.own.map((own) => ({ ...own, shown: drawn(own, dates) })), muted, staff };
}

function drawn({ shown }: OwnComment, dates: DateStyle) {
  if (!shown) return null;
  const { body, comment, ...style } = shown;
  return { body, html: addedCommentMarkup(comment, { ...style, dates, canLike: true }).html };
}
