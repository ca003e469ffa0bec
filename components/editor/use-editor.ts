'use client';

import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { BodyHandle } from './body-editor';
import type { EditorPost } from './editor-post';
import type { EditorFields } from './fields';
import { readJournal } from './journal';
import { journalOffer, parseJournalEntry, type JournalOffer } from './journal-offer';
import { JournalWriter } from './journal-writer';
import { SaveLoop, type SaveState } from './save-loop';
import { sendDraft } from './send-draft';
import { useReading } from './use-reading';
import { Visit } from './visit';

/**
 * What is being written and where it is kept: in this browser at once (the journal), on the server a little later (the
 * save loop), and what to do when the two have come apart.
 */
export function useEditor(post: EditorPost, saveUrl: string, body: RefObject<BodyHandle | null>) {
  const [fields, setFields] = useState(post.fields);
  const current = useRef(post.fields);
  const reading = useReading();
  const { state, loop, journal, visit, ...storage } = useSaving(post, saveUrl);

  const entry = useCallback(() => ({ version: loop.version, fields: current.current, ...visit.mark() }), [loop, visit]);

  // What is typed is kept before anything is drawn: a screen that cannot be drawn loses nothing.
  const change = useCallback(
    (changes: Partial<EditorFields>) => {
      current.current = { ...current.current, ...changes };
      visit.moveOn();
      journal.keep(entry());
      loop.change(current.current);
      setFields(current.current);
    },
    [entry, journal, loop, visit],
  );

  const readBody = useCallback(() => {
    reading.stop();
    const bodyHtml = reading.handleOf(body)?.html();
    if (bodyHtml !== undefined && bodyHtml !== current.current.bodyHtml) change({ bodyHtml });
  }, [body, change, reading]);

  /** Answers whether it was the person who changed it. */
  const bodyChanged = useCallback(() => {
    if (reading.isPaused) return false;
    if (loop.hasPending) reading.soon(readBody);
    else readBody();
    return true;
  }, [loop, readBody, reading]);

  const save = useCallback(() => {
    readBody();
    return loop.flush();
  }, [readBody, loop]);

  /** Puts another version into every field and onto the sheet. */
  const show = useCallback(
    (wanted: EditorFields) => {
      current.current = wanted;
      loop.forgetProblems();
      setFields(wanted);
      reading.without(() => body.current?.setHtml(wanted.bodyHtml));
    },
    [body, loop, reading],
  );

  /** Goes on with what this browser kept. The server takes it once, whichever page's save arrives first. */
  const take = useCallback(
    (kept: EditorFields) => {
      show(kept);
      change(kept);
    },
    [change, show],
  );

  const { offer, decideOffer } = useOffer(post, { journal, loop }, take);

  const keepAll = useCallback(() => {
    readBody();
    if (loop.hasUnsaved) journal.keepNow({ ...entry(), isLeaving: true });
    void loop.flush();
  }, [entry, journal, loop, readBody]);
  useLeaving(keepAll, loop, storage.isKept);

  function decideConflict(keepsMine: boolean) {
    if (state.phase !== 'conflict' || !state.answer.theirs) return;
    const { version, fields: theirs, savedAt } = state.answer.theirs;
    readBody();
    if (keepsMine) return void loop.resolve(version, current.current);
    show(theirs);
    loop.adopt(version, savedAt);
    journal.forget();
  }

  return { fields, state, offer, ...storage, loop, change, bodyChanged, save, show, decideOffer, decideConflict };
}

/** Where the text is kept: the journal in this browser, and the loop that sends it. */
function useSaving(post: EditorPost, saveUrl: string) {
  const [state, setState] = useState<SaveState>({ phase: 'saved', savedAt: post.savedAt });
  const [isKept, setIsKept] = useState(true);
  const [hasSaved, setHasSaved] = useState(false);
  const [visit] = useState(() => new Visit());
  const [journal] = useState(() => new JournalWriter(post.id, setIsKept));
  const [loop] = useState(
    () =>
      new SaveLoop({
        version: post.version,
        savedAt: post.savedAt,
        send: (version, sent) => sendDraft(saveUrl, { version, fields: sent, mark: visit.mark() }),
        onState: setState,
        onSaved: () => {
          journal.forget();
          setHasSaved(true);
        },
      }),
  );
  return { state, isKept, hasSaved, setHasSaved, visit, journal, loop };
}

type Storage = { journal: JournalWriter; loop: SaveLoop };

/** What this browser kept beside what the server has: taken at once, or offered. */
function useOffer(post: EditorPost, { journal, loop }: Storage, take: (kept: EditorFields) => void) {
  const [offer, setOffer] = useState<JournalOffer | null>(null);
  useEffect(() => {
    let isHere = true;
    async function look() {
      const kept = parseJournalEntry(await readJournal(post.id), post.fields);
      if (!isHere || !kept) return;
      const found = journalOffer(kept, post);
      if (!found) journal.forget();
      else if (found.kind === 'underway' && !loop.hasUnsaved) take(found.entry.fields);
      else setOffer(found);
    }
    void look();
    return () => {
      isHere = false;
    };
    // Once, with what the page was opened with: afterwards this browser's text is the newest there is.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text changes and is not asked about again
  }, [post.id]);

  function decideOffer(keeps: boolean) {
    if (!offer) return;
    setOffer(null);
    if (!keeps) return journal.forget();
    take(offer.entry.fields);
  }

  return { offer, decideOffer };
}

/** Leaving the page, the tab or the window saves at once; coming back tries again what had to wait. */
function useLeaving(keepAll: () => void, loop: SaveLoop, isKept: boolean) {
  useEffect(() => {
    const onVisibility = () => document.visibilityState === 'hidden' && keepAll();
    // Somebody who signed in again in another tab, or whose line is back, need not wait.
    const onReturn = () => void (loop.hasUnsaved && loop.flush());
    addEventListener('pagehide', keepAll);
    addEventListener('blur', keepAll);
    addEventListener('focus', onReturn);
    addEventListener('online', onReturn);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      removeEventListener('pagehide', keepAll);
      removeEventListener('blur', keepAll);
      removeEventListener('focus', onReturn);
      removeEventListener('online', onReturn);
      document.removeEventListener('visibilitychange', onVisibility);
      keepAll();
      loop.stop();
    };
  }, [keepAll, loop]);
  useEffect(() => {
    // A browser that keeps nothing for us has the text on this screen alone.
    const onLeaving = (event: BeforeUnloadEvent) => !isKept && loop.hasUnsaved && event.preventDefault();
    addEventListener('beforeunload', onLeaving);
    return () => removeEventListener('beforeunload', onLeaving);
  }, [loop, isKept]);
}

export type Editor = ReturnType<typeof useEditor>;
