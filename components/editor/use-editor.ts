'use client';

import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { BodyHandle } from './body/body-editor';
import type { EditorPost } from './editor-post';
import type { EditorFields } from './fields';
import { readLocalDraft } from './saving/local-draft';
import { offerLocalDraft, parseLocalDraft, type LocalDraftOffer } from './saving/local-draft-offer';
import { LocalDraftWriter } from './saving/local-draft-writer';
import { SaveLoop, type SaveState } from './saving/save-loop';
import { sendDraft } from './saving/send-draft';
import { useReading } from './use-reading';
import { Visit } from './saving/visit';

/**
 * The text being written and where it is stored: in this browser immediately (the local draft), on the server a little
 * later (the save loop), and what to do when the two have diverged.
 */
export function useEditor(post: EditorPost, saveUrl: string, body: RefObject<BodyHandle | null>) {
  const saving = useSaving(post, saveUrl);
  const { state, loop, localDraft, isStored, hasSaved, setHasSaved } = saving;
  const { fields, typed, entry, change, readBody, bodyChanged, show } = useText(post, saving, body);

  const save = useCallback(() => {
    readBody();
    return loop.flush();
  }, [readBody, loop]);

  /** Continues with the local draft. The server accepts it once, whichever page's save arrives first. */
  const take = useCallback(
    (savedDraft: EditorFields) => {
      show(savedDraft);
      change(savedDraft);
    },
    [change, show],
  );

  /** Shows what the server has stored instead. */
  const replace = useCallback(
    (stored: EditorFields) => {
      show(stored);
      localDraft.forget();
    },
    [localDraft, show],
  );

  const { offer, decideOffer } = useOffer(post, { localDraft, loop }, take);

  const storeAll = useCallback(() => {
    readBody();
    if (loop.hasUnsaved) localDraft.storeNow({ ...entry(), isLeaving: true });
    else if (Object.keys(loop.problems).length > 0) localDraft.storeNow({ ...entry(), isRefused: true });
    void loop.flush();
  }, [entry, localDraft, loop, readBody]);
  useLeaving(storeAll, loop, isStored);

  function decideConflict(keepsMine: boolean) {
    if (state.phase !== 'conflict' || !state.answer.theirs) return;
    const { version, fields: theirs, savedAt } = state.answer.theirs;
    readBody();
    if (keepsMine) return void loop.resolve(version, typed());
    replace(theirs);
    loop.adopt(version, savedAt);
  }

  const shown = { fields, typed, state, offer, isStored, hasSaved, setHasSaved, loop };
  return { ...shown, change, bodyChanged, save, replace, decideOffer, decideConflict };
}

/** What is typed, in all fields. */
function useText(
  post: EditorPost,
  { loop, localDraft, visit }: ReturnType<typeof useSaving>,
  body: RefObject<BodyHandle | null>,
) {
  const [fields, setFields] = useState(post.fields);
  const current = useRef(post.fields);
  const reading = useReading();
  const typed = useCallback(() => current.current, []);
  const entry = useCallback(() => ({ version: loop.version, fields: current.current, ...visit.mark() }), [loop, visit]);

  // Input is stored before anything is rendered, so that a failing render loses nothing.
  const change = useCallback(
    (changes: Partial<EditorFields>) => {
      current.current = { ...current.current, ...changes };
      visit.moveOn();
      localDraft.store(entry());
      loop.change(current.current);
      setFields(current.current);
    },
    [entry, localDraft, loop, visit],
  );

  const readBody = useCallback(() => {
    reading.stop();
    const bodyHtml = reading.handleOf(body)?.html();
    if (bodyHtml !== undefined && bodyHtml !== current.current.bodyHtml) change({ bodyHtml });
  }, [body, change, reading]);

  /** Returns whether the user changed it. */
  const bodyChanged = useCallback(() => {
    if (reading.isPaused) return false;
    if (loop.hasPending) reading.soon(readBody);
    else readBody();
    return true;
  }, [loop, readBody, reading]);

  /** Shows another version in all fields. */
  const show = useCallback(
    (wanted: EditorFields) => {
      current.current = wanted;
      loop.forgetProblems();
      setFields(wanted);
      reading.without(() => body.current?.setHtml(wanted.bodyHtml));
    },
    [body, loop, reading],
  );

  return { fields, typed, entry, change, readBody, bodyChanged, show };
}

/** Stores the text: the local draft, and the save loop. */
function useSaving(post: EditorPost, saveUrl: string) {
  const [state, setState] = useState<SaveState>({ phase: 'saved', savedAt: post.savedAt });
  const [isStored, setIsStored] = useState(true);
  const [hasSaved, setHasSaved] = useState(false);
  const onStateLabel = useOutdated(post);
  const [visit] = useState(() => new Visit());
  const [localDraft] = useState(() => new LocalDraftWriter(post.id, setIsStored));
  const [loop] = useState((): SaveLoop => {
    const made = new SaveLoop({
      version: post.version,
      savedAt: post.savedAt,
      send: (version, sent) => sendDraft(saveUrl, { version, fields: sent, mark: visit.mark() }),
      onState: setState,
      onStateLabel,
      onSaved: (sent, problems) => {
        const isRefused = Object.keys(problems).length > 0;
        // What was refused is on no server.
        if (isRefused) localDraft.store({ version: made.version, fields: sent, ...visit.mark(), isRefused });
        else localDraft.forget();
        setHasSaved(true);
      },
    });
    return made;
  });
  return { state, isStored, hasSaved, setHasSaved, visit, localDraft, loop };
}

/** Loads the post's status again when a save finds another than is shown. */
function useOutdated({ stateLabel }: EditorPost) {
  const { refresh } = useRouter();
  const shown = useRef(stateLabel);
  useEffect(() => {
    shown.current = stateLabel;
  }, [stateLabel]);
  return useCallback((found: string) => found !== shown.current && refresh(), [refresh]);
}

type Storage = { localDraft: LocalDraftWriter; loop: SaveLoop };

/** The local draft beside the server's version: restored, or offered. */
function useOffer(post: EditorPost, { localDraft, loop }: Storage, take: (savedDraft: EditorFields) => void) {
  const [offer, setOffer] = useState<LocalDraftOffer | null>(null);
  useEffect(() => {
    let isInThisBrowser = true;
    async function look() {
      const savedDraft = parseLocalDraft(await readLocalDraft(post.id), post.fields);
      if (!isInThisBrowser || !savedDraft) return;
      const found = offerLocalDraft(savedDraft, post);
      if (!found) localDraft.forget();
      else if (isTakenSilently(found) && !loop.hasUnsaved) take(found.entry.fields);
      else setOffer(found);
    }
    void look();
    return () => {
      isInThisBrowser = false;
    };
    // Once, with the initial version: afterwards this browser's text is the newest.
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the text changes and is not asked about again
  }, [post.id]);

  function decideOffer(keeps: boolean) {
    if (!offer) return;
    setOffer(null);
    if (!keeps) return localDraft.forget();
    take(offer.entry.fields);
  }

  return { offer, decideOffer };
}

function isTakenSilently({ kind }: LocalDraftOffer) {
  return kind === 'underway' || kind === 'refused';
}

/** Saves when the page, tab or window is left; retries when it is shown again. */
function useLeaving(storeAll: () => void, loop: SaveLoop, isStored: boolean) {
  useEffect(() => {
    const onVisibility = () => document.visibilityState === 'hidden' && storeAll();
    // Retries at once after signing in in another tab or reconnecting.
    const onReturn = () => void (loop.hasUnsaved && loop.flush());
    addEventListener('pagehide', storeAll);
    addEventListener('blur', storeAll);
    addEventListener('focus', onReturn);
    addEventListener('online', onReturn);
    document.addEventListener('visibilitychange', onVisibility);
    return () => {
      removeEventListener('pagehide', storeAll);
      removeEventListener('blur', storeAll);
      removeEventListener('focus', onReturn);
      removeEventListener('online', onReturn);
      document.removeEventListener('visibilitychange', onVisibility);
      storeAll();
      loop.stop();
    };
  }, [storeAll, loop]);
  useEffect(() => {
    // In a browser without storage the text exists on this screen only.
    const onLeaving = (event: BeforeUnloadEvent) => !isStored && loop.hasUnsaved && event.preventDefault();
    addEventListener('beforeunload', onLeaving);
    return () => removeEventListener('beforeunload', onLeaving);
  }, [loop, isStored]);
}

export type Editor = ReturnType<typeof useEditor>;
