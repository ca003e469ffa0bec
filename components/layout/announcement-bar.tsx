import { translatorOf } from '@/lib/i18n/translator';
import type { Announcement } from '@/lib/settings/identity';

type Props = { announcement: Announcement; language: string };

/** A line above the header; without a text of its own, the link is the announcement itself. */
export function AnnouncementBar({ announcement: { text, link, linkText }, language }: Props) {
  const t = translatorOf(language);
  return (
    <aside className="announcement" aria-label={t('layout.announcement')}>
      <p dir="auto">
        {link && !linkText ? <a href={link}>{text}</a> : <span>{text}</span>}
        {link && linkText && (
          <>
            {' '}
            <a href={link}>{linkText}</a>
          </>
        )}
      </p>
    </aside>
  );
}
