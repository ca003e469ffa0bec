import { paths } from '@/lib/paths';

/** Says to whoever wrote before signing in that nothing is lost: they are on their way back to their comment. */
export function KeptComment({ to }: { to: string }) {
  if (!to.startsWith(paths.resumeComment())) return null;
  return <p className="door__lead">Your comment is kept. It is posted as soon as you are signed in.</p>;
}
