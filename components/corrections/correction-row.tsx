'use client';

import { useText } from '#text';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';

import { differenceOf } from '@/lib/html/difference';
import type { OpenCorrection } from '@/lib/corrections/queries';
import { titleOf } from '@/lib/posts/title';
import { paths } from '@/lib/web/paths';

type Props = { correction: OpenCorrection; when: string; action: Action };

/** A suggested correction as the words that go and the words that come, with both decisions. */
export function CorrectionRow({ correction, when, action }: Props) {
  const t = useText();
  const { id, quote, prefix, suffix, replacement, comment, post } = correction;
  const { before, removed, added, after } = differenceOf(quote, replacement);
  return (
    <li className="correction">
      <p className="quiet">
        <a href={paths.post(post.slug)} dir="auto">
          {titleOf(post)}
        </a>
        {[comment?.author?.name ?? (comment?.authorName || t('A reader')), when].map((part) => (
          <span key={part}>{` · ${part}`}</span>
        ))}
        {comment && (
          <span>
            {' · '}
            <a href={paths.comment(post.slug, comment.id)}>{t('Comment')}</a>
          </span>
        )}
        {comment?.status === 'pending' && <span>{` · ${t('The comment is awaiting approval')}`}</span>}
      </p>
      <p className="correction__text" dir="auto">
        <span className="quiet">{prefix}</span>
        <span>{before}</span>
        {removed && <del>{removed}</del>}
        {added && <ins>{added}</ins>}
        <span>{after}</span>
        <span className="quiet">{suffix}</span>
      </p>
      <ActionForm action={action} fields={{ id }} className="correction__decision">
        <label>
          <span>{t('Note (optional)')}</span>
          <span className="field__hint">
            {t('Shown below the article if you accept; the reader is told it in either case.')}
          </span>
          <input className="input" name="note" maxLength={500} />
        </label>
        <span className="form-actions">
          <button className="button button--primary" name="intent" value="accept">
            {t('Accept')}
          </button>
          <button className="button" name="intent" value="decline">
            {t('Decline')}
          </button>
        </span>
      </ActionForm>
    </li>
  );
}
