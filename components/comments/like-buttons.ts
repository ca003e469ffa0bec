import type { LikesForViewer } from '@/lib/comments/like-queries';

/** The buttons in the static page, which belong to one form (like-form.tsx). */
export const LIKE_FORM = 'likes';

const buttons = () => Array.from(document.querySelectorAll<HTMLButtonElement>(`button[form="${LIKE_FORM}"]`));

export function likeableIds() {
  return buttons().map(({ value }) => value);
}

export function isLiked(button: HTMLButtonElement) {
  return button.getAttribute('aria-pressed') === 'true';
}

export function likesOf(button: HTMLButtonElement) {
  return Number(button.querySelector('.comment__likes')?.textContent ?? 0);
}

/** What the button says, and does when it is pressed. */
export function showLike(button: HTMLButtonElement, { isLiked, likes }: { isLiked: boolean; likes: number }) {
  button.setAttribute('aria-pressed', String(isLiked));
  button.name = isLiked ? 'unlike' : 'like';
  showNumber(button, likes);
}

/** Shows a signed-in viewer what they like, and the numbers of this moment. Nobody likes their own comments. */
export function showLikes({ liked, counts }: LikesForViewer, own: readonly string[]) {
  for (const button of buttons()) {
    const likes = counts[button.value] ?? likesOf(button);
    button.disabled = own.includes(button.value);
    if (button.disabled) showNumber(button, likes);
    else showLike(button, { isLiked: liked.includes(button.value), likes });
  }
}

function showNumber(button: HTMLButtonElement, likes: number) {
  const number = button.querySelector('.comment__likes');
  if (number) number.textContent = likes > 0 ? String(likes) : '';
}
