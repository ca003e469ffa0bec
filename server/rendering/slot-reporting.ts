import type { Translator } from '@/lib/i18n/translator';
import { readerReasons } from '@/lib/slots/reader-report';
import { inlineScript } from './inline-script';
import { versioned } from './loaded-script';
import { wordsFor } from './page-words';
import { SLOT_REPORT } from './slot-addresses';

/** The form that asks what is wrong: few readers open it, so that pages load it when it is asked for. */
export const slotReport = versioned(
  SLOT_REPORT,
  `(${String(answerQuestions)})(${JSON.stringify(readerReasons)},${String(createDialog)})`,
);

/**
 * "Hide or report" beside code of others: hides it on this page in this browser, and says why to the site. Inlined as
 * text: no outer references.
 */
export const slotReporting = inlineScript(
  `(${String(offerReporting)})("${slotReport.address}",(${String(hiddenSlots)})(),JSON.parse(document.currentScript.dataset.words))`,
);

function reportWords(t: Translator) {
  return {
    title: t('slot.reportTitle'),
    question: t('slot.question'),
    hideAndReport: t('slot.hideAndReport'),
    onlyHide: t('slot.onlyHide'),
    cancel: t('form.cancel'),
    hidden: t('slot.hidden'),
    reported: t('slot.reported'),
    unreported: t('slot.unreported'),
    irrelevant: t('slot.irrelevant'),
    offensive: t('slot.offensive'),
    misleading: t('slot.misleading'),
    broken: t('slot.broken'),
    covers: t('slot.covers'),
  };
}

export function withSlotReporting(html: string) {
  const end = html.lastIndexOf('</body>');
  if (end < 0 || !html.includes(' class="slot__report"')) return html;
  return `${html.slice(0, end)}<script ${wordsFor(html, reportWords)}>${slotReporting}</script>${html.slice(end)}`;
}

type Words = ReturnType<typeof reportWords>;
type Reason = (typeof readerReasons)[number];
type Hidden = { names: () => string[]; add: (name: string) => void; remove: (name: string) => void };
type Answer = { isReported: boolean; reason: string };
type Question = { settle: (answer: Answer) => void; words: Words };

// Listens on the window: React stops clicks on the document while it hydrates.
function offerReporting(address: string, hidden: Hidden, words: Words) {
  const links = () => Array.from(document.querySelectorAll<HTMLAnchorElement>('[data-report]'));
  const hide = (link: HTMLAnchorElement) => {
    const slot = link.closest<HTMLElement>('.slot');
    if (!slot) return;
    slot.dataset.hidden = '';
    const frame = slot.querySelector('iframe');
    if (frame) frame.src = 'about:blank';
    link.textContent = words.hidden;
  };
  const nameOf = (link: HTMLAnchorElement) => `${location.pathname} ${link.dataset.report}`;
  for (const link of links()) if (hidden.names().includes(nameOf(link))) hide(link);
  document.addEventListener('slot-filled', (event) => {
    const link = event.target instanceof Element && event.target.querySelector<HTMLAnchorElement>('[data-report]');
    if (!link || !hidden.names().includes(nameOf(link))) return;
    hide(link);
    event.stopImmediatePropagation();
  });

  const send = (link: HTMLAnchorElement, reason: string) =>
    fetch('/_s/e', {
      method: 'POST',
      keepalive: true,
      body: JSON.stringify({ frame: link.dataset.report, reason, page: location.pathname }),
    });
  const settle = (link: HTMLAnchorElement, { isReported, reason }: Answer) => {
    hidden.add(nameOf(link));
    for (const one of links()) if (one.dataset.report === link.dataset.report) hide(one);
    if (!isReported) return;
    send(link, reason)
      .then(({ ok }) => say(link, ok ? words.reported : words.unreported))
      .catch(() => say(link, words.unreported));
  };
  const say = (link: HTMLAnchorElement, sentence: string) => {
    const status = document.createElement('span');
    status.setAttribute('role', 'status');
    link.before(status);
    status.textContent = `${sentence} `;
  };
  const onClick = (event: MouseEvent) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('[data-report]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.closest('[data-hidden]')) {
      hidden.remove(nameOf(link));
      location.reload();
      return;
    }
    ask({ settle: (answer) => settle(link, answer), words }, () => location.assign(link.href));
  };
  // An element, because the policy of code in the page lets a script add those and import none.
  const ask = (detail: Question, giveUp: () => void) => {
    const question = new CustomEvent('slot-question', { detail, cancelable: true });
    if (!dispatchEvent(question)) return;
    const script = Object.assign(document.createElement('script'), { src: address });
    script.addEventListener('load', () => dispatchEvent(question));
    script.addEventListener('error', giveUp);
    document.head.append(script);
  };
  addEventListener('click', onClick, true);
}

function answerQuestions(reasons: readonly Reason[], create: typeof createDialog) {
  addEventListener('slot-question', (event) => {
    event.preventDefault();
    create(reasons, (event as CustomEvent<Question>).detail);
  });
}

function hiddenSlots(): Hidden {
  const key = 'hidden-slots';
  const read = (): string[] => {
    try {
      const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : [];
    } catch {
      return [];
    }
  };
  const write = (names: string[]) => {
    try {
      localStorage.setItem(key, JSON.stringify(names.slice(-50)));
    } catch {
      return;
    }
  };
  return {
    names: read,
    add: (name) => write([...read().filter((one) => one !== name), name]),
    remove: (name) => write(read().filter((one) => one !== name)),
  };
}

function createDialog(reasons: readonly Reason[], { settle, words }: Question) {
  const make = <Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text = '', more: object = {}) =>
    Object.assign(document.createElement(tag), { textContent: text }, more);
  const dialog = make('dialog', '', { className: 'slot-report' });
  dialog.setAttribute('aria-labelledby', 'slot-report');
  const form = make('form', '', { method: 'dialog' });
  const fieldset = make('fieldset');
  fieldset.append(make('legend', words.question));
  for (const value of reasons) {
    const label = make('label');
    label.append(make('input', '', { type: 'radio', name: 'reason', value, required: true }), words[value]);
    fieldset.append(label);
  }
  const buttons = make('div');
  buttons.append(
    make('button', words.hideAndReport, { value: 'report' }),
    make('button', words.onlyHide, { value: 'hide', formNoValidate: true }),
    make('button', words.cancel, { value: '', formNoValidate: true }),
  );
  form.append(make('h2', words.title, { id: 'slot-report' }), fieldset, buttons);
  dialog.append(
    make(
      'style',
      `.slot-report{inline-size:min(26rem,100vw - 2rem);padding:var(--space-4);border:1px solid var(--line);border-radius:var(--radius);background:var(--paper);color:var(--ink);font:400 var(--text-s)/1.5 var(--interface)}
      .slot-report::backdrop{background:rgb(0 0 0/40%)}
      .slot-report h2{margin:0 0 var(--space-3);font:600 var(--text-m)/1.25 var(--interface)}
      .slot-report fieldset{margin:0 0 var(--space-3);padding:0;border:0}
      .slot-report label{display:flex;gap:var(--space-2);align-items:center;min-block-size:2.75rem}
      .slot-report div{display:flex;flex-wrap:wrap;gap:var(--space-2)}
      .slot-report button{flex:1 1 auto;min-block-size:2.75rem;padding:0 var(--space-3);border:1px solid var(--ink);border-radius:var(--radius);background:var(--paper);color:var(--ink);font:600 var(--text-s)/1.2 var(--interface);cursor:pointer}`.replace(
        /\s+/g,
        ' ',
      ),
    ),
    form,
  );
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    const { returnValue } = dialog;
    const reason = String(new FormData(form).get('reason') ?? '');
    dialog.remove();
    if (returnValue) settle({ isReported: returnValue === 'report', reason });
  });
  dialog.showModal();
}
