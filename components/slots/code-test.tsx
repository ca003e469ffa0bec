'use client';

import { useText } from '#text';
import { startTransition, useEffect, useRef, useState } from 'react';
import type { Text } from '@/components/text/text';
import type { Action } from '@/components/ui/action-errors';
import { FormAnswer } from '@/components/ui/form-answer';
import { useHasScript } from '@/components/ui/has-script';
import { useFormAction } from '@/components/ui/use-form-action';
import { observeFrames } from './observe-frames';

const TICK_MS = 500;

/** Null: as wide as the page. */
export type TestedBox = { width: number | null; height: number };
type Props = {
  action: Action;
  test: { id: string; address: string; sandbox: string; seconds: number; hasResult: boolean };
  boxes: readonly TestedBox[];
};

/** Runs code in frames of several widths, and sends what was seen. */
export function CodeTest({ action, test, boxes }: Props) {
  const t = useText();
  const [state, send, isSending] = useFormAction(action);
  const [isWanted, setWanted] = useState(!test.hasResult);
  const hasScript = useHasScript();
  const isRunning = hasScript && isWanted;
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isRunning) return;
    return run(place.current, test, (runs) => {
      setWanted(false);
      const form = new FormData();
      form.set('test', test.id);
      form.set('runs', runs);
      startTransition(() => send(form));
    });
  }, [isRunning, test, send]);
  return (
    <section className="code-test" aria-label={t('Test')}>
      <noscript>
        <p className="notice notice--refused">{t('The test runs in your browser and needs JavaScript.')}</p>
      </noscript>
      <p className="code-test__state" role="status">
        {stateOf({ isRunning, isSending, seconds: test.seconds }, t)}
      </p>
      {state.status === 'refused' && <FormAnswer state={state} />}
      {isRunning ? (
        <div ref={place}>
          {boxes.map((box, index) => (
            <TestedFrame key={index} box={box} sandbox={test.sandbox} />
          ))}
        </div>
      ) : (
        hasScript && (
          <p className="form-actions">
            <button type="button" className="button" onClick={() => setWanted(true)}>
              {t('Run the test again')}
            </button>
          </p>
        )
      )}
    </section>
  );
}

type State = { isRunning: boolean; isSending: boolean; seconds: number };

function stateOf({ isRunning, isSending, seconds }: State, t: Text) {
  if (isSending) return t('Keeping the results …');
  return isRunning
    ? t('The code runs for {seconds} seconds after it has loaded. Please keep this page in view.', { seconds })
    : '';
}

function TestedFrame({ box: { width, height }, sandbox }: { box: TestedBox; sandbox: string }) {
  const t = useText();
  const name = width === null ? t('Full width') : t('{width} pixels wide', { width: String(width) });
  return (
    <figure className="code-test__box">
      <figcaption className="quiet">{name}</figcaption>
      <div className="code-test__scroll">
        <iframe
          title={
            width === null ? t('The code, full width') : t('The code, {width} pixels wide', { width: String(width) })
          }
          sandbox={sandbox}
          allow=""
          style={{ inlineSize: width === null ? '100%' : `${width}px`, blockSize: `${height}px` }}
        />
      </div>
    </figure>
  );
}

// The frames load once somebody listens, and the time runs once they are loaded: what never loads does not hold it up.
function run(place: HTMLElement | null, { address, seconds }: Props['test'], done: (runs: string) => void) {
  const frames = Array.from(place?.querySelectorAll('iframe') ?? []);
  const observer = observeFrames(frames);
  const end = () => done(JSON.stringify(observer.runs()));
  let ending = setTimeout(end, 2 * seconds * 1_000);
  let waiting = frames.length;
  const onLoad = () => {
    waiting -= 1;
    if (waiting > 0) return;
    clearTimeout(ending);
    ending = setTimeout(end, seconds * 1_000);
  };
  for (const frame of frames) {
    frame.addEventListener('load', onLoad, { once: true });
    frame.src = address;
  }
  const ticking = setInterval(observer.ask, TICK_MS);
  return () => {
    clearInterval(ticking);
    clearTimeout(ending);
    for (const frame of frames) frame.removeEventListener('load', onLoad);
    observer.stop();
  };
}
