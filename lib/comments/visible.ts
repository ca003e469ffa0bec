import { AppError } from '@/lib/platform/errors';
import { isSeen } from '@/lib/text/visible-text';
import type { Rendered } from './html';
import { plainCommentText } from './plain-text';
import { renderMarkdown } from './rendering';

const EMPTY_COMMENT_MESSAGE = 'This comment has no visible text. Write something first.';

/** Renders a reader's comment; throws if nothing would be visible. */
export function renderVisible(text: string): Rendered {
  const rendered = renderMarkdown(text);
  if (showsNothing(rendered.html))
    throw new AppError('invalid', EMPTY_COMMENT_MESSAGE, { fields: { body: EMPTY_COMMENT_MESSAGE } });
  return rendered;
}

/** Whether a comment's HTML has no words, code or link. */
export function showsNothing(html: string) {
  return !isSeen(plainCommentText(html, { numbers: false }));
}
