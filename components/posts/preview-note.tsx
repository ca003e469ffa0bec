import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { formatMoment, type DateStyle } from '@/lib/time/dates';
import type { PostState } from '@/lib/posts/post';

type Props = { state: PostState; expiresAt: Date; dates: DateStyle };

const previewStates: Record<PostState, string> = {
  Draft: msg('This is a draft. Only people with this link can see it.'),
  'In review': msg('This is in review. Only people with this link can see it.'),
  Scheduled: msg('This is how the post will look. It is scheduled and not public yet.'),
  Published: msg('This is the latest version of a published post. Readers may still see an older one.'),
  Expired: msg('This post is no longer public.'),
  Private: msg('This post is private. Only people with this link can see it.'),
  Trash: msg('This post is in the trash.'),
};

/** Explains what a private preview link shows, and until when it works. */
export function PreviewNote({ state, expiresAt, dates }: Props) {
  const t = useText();
  const date = formatMoment(expiresAt, { ...dates, language: t.language });
  return (
    <p className="notice" role="note" lang={t.language} dir="ltr">
      {`${t(previewStates[state])} ${t('The link works until {date}.', { date })}`}
    </p>
  );
}
