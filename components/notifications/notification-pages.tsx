import type { Translator } from '@/lib/i18n/translator';
import { paths } from '@/lib/web/paths';

/** `next`: after which notification the next page begins. */
type Props = { isFirst: boolean; next: string | null; t: Translator };

/** The ways to older notifications, and back to the newest. */
export function NotificationPages({ isFirst, next, t }: Props) {
  if (isFirst && !next) return null;
  return (
    <nav className="pager" aria-label={t('notifications.pages')}>
      {isFirst ? (
        <span />
      ) : (
        <a className="button" href={paths.notifications()}>
          {t('notifications.firstPage')}
        </a>
      )}
      {next && (
        <a className="button" href={paths.notifications(next)} rel="next">
          {t('notifications.nextPage')}
        </a>
      )}
    </nav>
  );
}
