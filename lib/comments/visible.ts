import { AppError } from '@/lib/platform/errors';
import { isSeen } from '@/lib/text/visible-text';
import type { Rendered } from './html';
import { plainCommentText } from './plain-text';
import { renderMarkdown } from './rendering';

const EMPTY_COMMENT_MESSAGE = 'This comment has no visible text. Write something first.';

/** Makes the HTML of what a reader wrote. Refuses a text in which, once it stands on the page, nothing is to be seen. */
export function renderVisible(text: string): Rendered {
  const rendered = renderMarkdown(text);
  if (showsNothing(rendered.html))
    throw new AppError('invalid', EMPTY_COMMENT_MESSAGE, { fields: { body: EMPTY_COMMENT_MESSAGE } });
  return rendered;
}

/** Whether the HTML of a comment is a name over nothing: no words, no code, no link. */
export function showsNothing(html: string) {
  return !isSeen(plainCommentText(html, { numbers: false }));
}
