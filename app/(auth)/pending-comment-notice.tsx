import { listDrafts } from '@/lib/comments/drafts';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { draftSecrets } from '../(site)/[slug]/comments/draft-cookie';

/** Shows which saved comments will be posted after signing in: on a shared computer they may be another user's. */
export async function PendingCommentNotice({ isByEmail = false }: { isByEmail?: boolean }) {
  const last = (await listDrafts(await draftSecrets())).at(-1);
  if (!last) return null;
  const t = await readTranslator();
  return (
    <p className="auth__lead">
      <span>{t(isByEmail ? 'auth.draftByEmail' : 'auth.draft')}</span>{' '}
      <bdi>{t('auth.quoted', { text: beginningOf(last.body) })}</bdi>{' '}
      <a href={paths.pendingComments()}>{t('auth.draftView')}</a>
    </p>
  );
}

function beginningOf(body: string) {
  const letters = Array.from(body.replace(/\s+/g, ' '));
  return letters.length > 80 ? `${letters.slice(0, 79).join('')}…` : letters.join('');
}
