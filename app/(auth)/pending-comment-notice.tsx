import { listDrafts } from '@/lib/comments/drafts';
import { paths } from '@/lib/web/paths';
import { draftSecrets } from '../(site)/[slug]/comments/draft-cookie';

/** Shows which saved comments will be posted after signing in: on a shared computer they may be another user's. */
export async function PendingCommentNotice({ when = 'as soon as you are signed in' }: { when?: string }) {
  const last = (await listDrafts(await draftSecrets())).at(-1);
  if (!last) return null;
  return (
    <p className="auth__lead">
      <span>{`Your comment is saved. It will be posted ${when}:`}</span> <bdi>{`“${beginningOf(last.body)}”`}</bdi>{' '}
      <a href={paths.pendingComments()}>View or delete it</a>
    </p>
  );
}

function beginningOf(body: string) {
  const letters = Array.from(body.replace(/\s+/g, ' '));
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('');
}
