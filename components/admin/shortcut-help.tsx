'use client';

import { useLayoutEffect, useRef } from 'react';
import { useText } from '#text';
import { isTyping } from '@/components/ui/is-typing';

/** Its words are written with `t`. */
export type ShortcutGroup = { title: string; keys: [keys: string, what: string][] };

export function ShortcutHelp({ groups }: { groups: ShortcutGroup[] }) {
  const t = useText();
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isAsked = event.key === '?' && !isTyping(event.target) && !event.ctrlKey && !event.metaKey;
      const isCommand = event.key === '/' && (event.ctrlKey || event.metaKey);
      if (!isAsked && !isCommand) return;
      if (document.querySelector('dialog[open]')) return;
      event.preventDefault();
      dialog.current?.showModal();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <button type="button" className="shortcuts__open" onClick={() => dialog.current?.showModal()}>
        {t('Shortcuts')}
      </button>
      <dialog ref={dialog} className="dialog dialog--wide shortcuts" aria-labelledby="keys-title">
        <div className="shortcuts__header">
          <h2 id="keys-title">{t('Keyboard shortcuts')}</h2>
          <button type="button" className="button button--quiet" onClick={() => dialog.current?.close()}>
            {t('Close')}
          </button>
        </div>
        {groups.map(({ title, keys }) => (
          <section key={title}>
            <h3>{t(title)}</h3>
            <dl>
              {keys.map(([combination, what]) => (
                <div key={combination}>
                  <dt>
                    <kbd>{t(combination)}</kbd>
                  </dt>
                  <dd>{t(what)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </dialog>
    </>
  );
}
