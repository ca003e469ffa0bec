import type { Translator } from '@/lib/i18n/translator';
import type { Allowed, ConsentPage } from './slot-consent';

/** The site's own notice: a dialog that is not modal, at the foot of the window. Inlined as text, as slot-consent.ts. */
export const noticeStyle = `.privacy-choices{position:fixed;inset:auto 0 0;z-index:5;max-block-size:60vh;overflow:auto;
padding:var(--space-4) max(var(--space-4),calc(50vw - 22rem)) calc(var(--space-4) + env(safe-area-inset-bottom));
border-block-start:1px solid var(--line);background:var(--paper);color:var(--ink);font:400 var(--text-s)/1.5 var(--interface)}
.privacy-choices h2{margin:0 0 var(--space-2);font:600 var(--text-m)/1.25 var(--interface)}
.privacy-choices p{margin:0 0 var(--space-3)}
.privacy-choices div{display:flex;flex-wrap:wrap;gap:var(--space-2)}
.privacy-choices button{flex:1 1 8rem;min-block-size:2.75rem;padding:0 var(--space-4);border:1px solid var(--ink);
border-radius:var(--radius);background:var(--paper);color:var(--ink);font:600 var(--text-s)/1.2 var(--interface);cursor:pointer}
.privacy-choices button:hover{background:var(--raised)}
.privacy-choices-link{padding:0 var(--space-4) var(--space-4);text-align:center}
.privacy-choices-link button{min-block-size:2.75rem;padding:0 var(--space-3);border:0;background:none;color:var(--muted);
font:400 var(--text-s)/1.2 var(--interface);text-decoration:underline;cursor:pointer}
@media print{.privacy-choices,.privacy-choices-link{display:none}}`.replace(/\s+/g, ' ');

export type NoticeWords = ReturnType<typeof noticeWords>;

export function noticeWords(t: Translator) {
  return {
    title: t('consent.title'),
    text: t('consent.text'),
    textOfAnalytics: t('consent.textOfAnalytics'),
    textOfBoth: t('consent.textOfBoth'),
    nothing: t('consent.nothing'),
    functional: t('consent.functional'),
    analytics: t('consent.analytics'),
    allow: t('consent.allow'),
    all: t('consent.all'),
    refuses: t('consent.refuses'),
  };
}

type Store = { read: () => Allowed | null; write: (choice: Allowed) => void };
type Notice = ReturnType<typeof createNotice>;

/** Listens on the window: while React hydrates a document, it stops clicks and keys on their way to any element of it. */
export function askReader({ allow, refuses }: ConsentPage, store: Store, notice: Notice, words: NoticeWords) {
  const { dialog, heading, link } = notice;
  let opener: HTMLElement | null = null;
  const close = () => {
    dialog.remove();
    document.documentElement.style.scrollPaddingBottom = '';
    opener?.focus();
    opener = null;
  };
  const open = () => {
    document.body.append(dialog);
    document.documentElement.style.scrollPaddingBottom = `${dialog.offsetHeight + 8}px`;
  };
  notice.onChoice((choice) => {
    store.write(choice);
    close();
    allow(choice);
  });
  const onKey = ({ key, target }: KeyboardEvent) => {
    if (key === 'Escape' && target instanceof Node && dialog.contains(target)) close();
  };
  addEventListener('keydown', onKey, true);
  const onClick = ({ target }: Event) => {
    if (target !== link) return;
    open();
    opener = link;
    heading.focus();
  };
  addEventListener('click', onClick, true);
  if (refuses) notice.say(words.refuses);
  const choice = store.read();
  if (choice) allow(choice);
  else if (!refuses) open();
}

export function choiceStore(): Store {
  const key = 'privacy-choice';
  const validMs = 182 * 24 * 60 * 60 * 1000;
  return {
    read: () => {
      try {
        const [choice = '', at] = (localStorage.getItem(key) ?? '').split(' ');
        const isValid = Date.now() - Number(at) < validMs && /^(?:all|functional|analytics|nothing)$/.test(choice);
        return isValid ? choice : null;
      } catch {
        return null;
      }
    },
    write: (choice) => {
      try {
        localStorage.setItem(key, `${choice} ${Date.now()}`);
      } catch {
        return;
      }
    },
  };
}

export function createNotice(needs: ReadonlySet<string>, css: string, words: NoticeWords) {
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text: string, className = '') =>
    Object.assign(document.createElement(tag), { textContent: text, className });
  const measures = needs.has('analytics');
  // Where nothing else is asked for, nothing else is allowed.
  const isAlone = measures && needs.size === 1;
  const offered: [Allowed, string][] = [
    ['nothing', words.nothing],
    ...(needs.has('functional') ? [['functional', words.functional] as [Allowed, string]] : []),
    ...(measures ? [['analytics', isAlone ? words.allow : words.analytics] as [Allowed, string]] : []),
    ...(isAlone ? [] : [['all', words.all] as [Allowed, string]]),
  ];
  const choices = offered.map(
    ([choice, name]) => [choice, Object.assign(make('button', name), { type: 'button' })] as const,
  );
  const buttons = make('div', '');
  buttons.append(...choices.map(([, button]) => button));
  const text = isAlone ? words.textOfAnalytics : measures ? words.textOfBoth : words.text;
  const dialog = make('div', '', 'privacy-choices');
  dialog.setAttribute('role', 'dialog');
  dialog.setAttribute('aria-labelledby', 'privacy-choices');
  const heading = Object.assign(make('h2', words.title), { id: 'privacy-choices', tabIndex: -1 });
  dialog.append(heading, make('p', text), buttons);
  const foot = make('div', '', 'privacy-choices-link');
  const link = Object.assign(make('button', words.title), { type: 'button' });
  foot.append(link);
  document.body.append(foot);
  document.head.append(make('style', css));
  return {
    dialog,
    heading,
    link,
    say: (sentence: string) => buttons.before(make('p', sentence)),
    onChoice: (choose: (choice: Allowed) => void) => {
      const onClick = ({ target }: Event) => {
        for (const [choice, button] of choices) if (button === target) choose(choice);
      };
      addEventListener('click', onClick, true);
    },
  };
}
