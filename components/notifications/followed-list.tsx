import type { ReactNode } from 'react';
import { ActionForm } from '@/components/comments/action-form';
import { EarlierAnswer } from '@/components/ui/earlier-answer';
import type { Action } from '@/components/ui/action-errors';
import type { Translator } from '@/lib/i18n/translator';

type Followed = {
  id: string;
  href: string;
  words: ReactNode;
  fields: Record<string, string>;
  /** What the button ends, for those who hear one button alone. */
  label: string;
};

type Props = { headingId: string; heading: string; followed: Followed[]; action: Action; t: Translator };

/** What somebody follows, each with a button to end it. */
export function FollowedList({ headingId, heading, followed, action, t }: Props) {
  return (
    <section className="auth__part" aria-labelledby={headingId}>
      <h2 id={headingId}>{heading}</h2>
      <EarlierAnswer action={action} at={`#${headingId}`} />
      <ul className="sessions">
        {followed.map(({ id, href, words, fields, label }) => (
          <li key={id} className="followed">
            <a href={href} dir="auto">
              {words}
            </a>
            <ActionForm action={action} fields={fields} at={`#${headingId}`}>
              <button className="button button--quiet" aria-label={label}>
                {t('notifications.unfollow')}
              </button>
            </ActionForm>
          </li>
        ))}
      </ul>
    </section>
  );
}
