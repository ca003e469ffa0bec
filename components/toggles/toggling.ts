import { navigate } from '@/components/comments/navigate';
import { unanswered, type Action } from '@/components/ui/action-errors';
import type { LikesForViewer } from '@/lib/comments/like-queries';
import { idle } from '@/lib/forms/form-state';
import type { ReactionsForViewer } from '@/lib/reactions/queries';
import { LIKE_FORM } from './like-form-id';

/** What a button sends while it is off, and while it is on. */
const names = [
  ['like', 'unlike'],
  ['add', 'remove'],
] as const;

type Pressed = { button: HTMLButtonElement; data: FormData; action: Action; said: HTMLElement | null };
type Toggle = { isOn: boolean; count: number };

/** The last press of each button: the next waits for its answer. */
const sending = new WeakMap<HTMLButtonElement, Promise<void>>();

/** Switches a button at once, and back if that is refused; what is pressed meanwhile is done after it. */
export function press(pressed: Pressed): Promise<void> {
  const turn = (sending.get(pressed.button) ?? Promise.resolve()).then(() => switchButton(pressed));
  sending.set(
    pressed.button,
    turn.catch(() => {}),
  );
  return turn;
}

async function switchButton({ button, data, action, said }: Pressed) {
  const before = { isOn: button.getAttribute('aria-pressed') === 'true', count: countOf(button) };
  const wanted = { isOn: !before.isOn, count: Math.max(0, before.count + (before.isOn ? -1 : 1)) };
  showRefusal(button, '');
  show(button, wanted);
  const answer = await action(idle, data).catch((error: unknown) => unanswered(error));
  if (answer.redirectTo) return navigate(answer.redirectTo);
  if (answer.status === 'refused') {
    show(button, before);
    return showRefusal(button, answer.message);
  }
  show(button, { ...wanted, count: Number(answer.values.count ?? wanted.count) });
  if (said) said.textContent = answer.message;
}

/** Shows a signed-in viewer what they switched on, and the numbers of this moment. */
export async function showOwn(form: HTMLFormElement, address: string) {
  const buttons = Array.from(form.elements).filter((element) => element instanceof HTMLButtonElement);
  const ids = form.id === LIKE_FORM ? `&ids=${buttons.map(({ value }) => value).join()}` : '';
  const answer = await fetch(address + ids);
  if (!answer.ok) return;
  const { likes, reactions } = (await answer.json()) as { likes?: LikesForViewer; reactions?: ReactionsForViewer };
  if (likes) showLikes(buttons, likes);
  if (reactions) showReactions(buttons, reactions);
}

// Nobody likes their own comments.
function showLikes(buttons: HTMLButtonElement[], { liked, own, counts }: LikesForViewer) {
  for (const button of buttons) {
    const count = counts[button.value] ?? countOf(button);
    button.disabled = own.includes(button.value);
    if (button.disabled) showCount(button, count);
    else show(button, { isOn: liked.includes(button.value), count });
  }
}

function showReactions(buttons: HTMLButtonElement[], { counts, own }: ReactionsForViewer) {
  for (const button of buttons) {
    const [, count = 0] = Object.entries(counts).find(([kind]) => kind === button.value) ?? [];
    show(button, { isOn: own.some((kind) => kind === button.value), count });
  }
}

function show(button: HTMLButtonElement, { isOn, count }: Toggle) {
  button.setAttribute('aria-pressed', String(isOn));
  const [off, on] = names.find((pair) => pair.some((name) => name === button.name)) ?? names[0];
  button.name = isOn ? on : off;
  showCount(button, count);
}

function showCount(button: HTMLButtonElement, count: number) {
  const number = button.querySelector('.toggle__count');
  if (number) number.textContent = count > 0 ? String(count) : '';
}

function countOf(button: HTMLButtonElement) {
  return Number(button.querySelector('.toggle__count')?.textContent ?? 0);
}

function showRefusal(button: HTMLButtonElement, message: string) {
  const place = document.querySelector(`[data-place="${button.value}"]`) ?? button.parentElement;
  place?.querySelector(':scope > .toggle__refusal')?.remove();
  if (!message) return;
  const notice = document.createElement('span');
  notice.className = 'notice notice--refused toggle__refusal';
  notice.setAttribute('role', 'alert');
  notice.textContent = message;
  place?.append(notice);
}
