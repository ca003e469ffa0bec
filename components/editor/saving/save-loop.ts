import type { EditorFields } from '../fields';

/** What the server has; `stateLabel`: the post's status, which another tab may have changed. */
type Stored = { version: number; savedAt: string; stateLabel?: string | undefined };

/** The result of one attempt to save. */
export type SaveAnswer =
  /** `problems`: fields that were rejected; the rest was saved. */
  | ({ kind: 'saved'; problems?: Record<string, string> } & Stored)
  | { kind: 'conflict'; theirs: ({ fields: EditorFields } & Stored) | null; message: string }
  /** `version`: of the post in the trash. */
  | { kind: 'trashed'; version: number }
  | { kind: 'signed-out' }
  /** `isPassing`: the same text may be accepted later. */
  | { kind: 'refused'; message: string; fields: Record<string, string>; isPassing?: boolean }
  | { kind: 'unreachable' };

export type SaveState =
  | { phase: 'saved'; savedAt: string; problems?: Record<string, string> }
  | { phase: 'waiting' | 'saving' | 'offline' | 'signed-out' | 'trashed' }
  | { phase: 'conflict'; answer: SaveAnswer & { kind: 'conflict' } }
  | { phase: 'refused'; answer: SaveAnswer & { kind: 'refused' } };

type Options = {
  version: number;
  savedAt: string;
  send: (version: number, fields: EditorFields) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  /** Called with what was sent, so that the local draft can be cleared, or keep what was not taken. */
  onSaved: (fields: EditorFields, problems: Record<string, string>) => void;
  onStateLabel?: (label: string) => unknown;
};

const SAVE_DELAY_MS = 2_000;
const MAX_SAVE_DELAY_MS = 15_000;
const RETRY_DELAY_MS = 10_000;

/**
 * Saves shortly after typing stops: one attempt at a time, the newest text only, never over a version it has not seen.
 * Failed requests are retried; conflicts wait for the user.
 */
export class SaveLoop {
  #version: number;
  #savedAt: string;
  #problems: Record<string, string> = {};
  #pending: EditorFields | null = null;
  #changedFirst = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<boolean> | null = null;
  #blocked = false;
  #versionInTrash: number | null = null;
  readonly #options: Options;

  constructor(options: Options) {
    this.#options = options;
    this.#version = options.version;
    this.#savedAt = options.savedAt;
  }

  get version() {
    return this.#version;
  }

  get savedAt() {
    return this.#savedAt;
  }

  /** Problems of the last save, by field. */
  get problems() {
    return this.#problems;
  }

  get hasUnsaved() {
    return this.#pending !== null || this.#sending !== null;
  }

  /** Whether there are changes that are not being sent yet. */
  get hasPending() {
    return this.#pending !== null;
  }

  change(fields: EditorFields) {
    if (this.#pending === null) this.#changedFirst = Date.now();
    this.#pending = fields;
    if (this.#blocked) return;
    if (!this.#sending) this.#options.onState({ phase: 'waiting' });
    this.#saveIn(Math.min(SAVE_DELAY_MS, Math.max(0, this.#changedFirst + MAX_SAVE_DELAY_MS - Date.now())));
  }

  /** Saves now. Resolves with whether everything is saved. */
  async flush(): Promise<boolean> {
    clearTimeout(this.#timer);
    if (this.#sending) await this.#sending;
    if (this.#pending === null) return !this.#blocked;
    this.#sending = this.#attempt();
    const saved = await this.#sending;
    return saved && this.#pending !== null ? this.flush() : saved;
  }

  /** Another action (publishing, restoring) has changed the version. */
  moveTo(version: number, savedAt: string) {
    this.#version = version;
    this.#savedAt = savedAt;
    this.#blocked = false;
    this.#showSaved();
  }

  /** The rejected text was replaced. */
  forgetProblems() {
    this.#problems = {};
    this.#showSaved();
  }

  /** Resolves a conflict in favour of `fields`. */
  resolve(version: number, fields: EditorFields) {
    this.#blocked = false;
    this.#version = version;
    this.#pending = fields;
    return this.flush();
  }

  /** The post is in the trash, and what was typed waits for it to be restored. */
  get isInTrash() {
    return this.#versionInTrash !== null;
  }

  /** Restored with this version: what waits is saved, unless the text was changed elsewhere before it was trashed. */
  restored(version: number, savedAt: string) {
    const trashed = this.#versionInTrash ?? 0;
    this.#versionInTrash = null;
    if (version === trashed + 1 && trashed <= this.#version + 1) this.moveTo(version, savedAt);
    return this.flush();
  }

  /** Resolves a conflict in favour of the server's version. */
  adopt(version: number, savedAt: string) {
    this.#pending = null;
    this.moveTo(version, savedAt);
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #saveIn(milliseconds: number) {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), milliseconds);
  }

  async #attempt(): Promise<boolean> {
    const fields = this.#pending!;
    this.#pending = null;
    this.#blocked = false;
    this.#versionInTrash = null;
    this.#options.onState({ phase: 'saving' });
    const answer = await this.#options.send(this.#version, fields).catch(() => ({ kind: 'unreachable' as const }));
    this.#sending = null;
    const label = answer.kind === 'conflict' ? answer.theirs?.stateLabel : 'stateLabel' in answer && answer.stateLabel;
    if (label) this.#options.onStateLabel?.(label);
    if (answer.kind === 'saved') return this.#accept(answer, fields);
    // What was typed during the attempt is newer and contains everything.
    this.#pending ??= fields;
    this.#explain(answer);
    return false;
  }

  #accept(answer: SaveAnswer & { kind: 'saved' }, fields: EditorFields) {
    this.#version = answer.version;
    this.#savedAt = answer.savedAt;
    this.#problems = answer.problems ?? {};
    if (this.#pending === null) {
      this.#options.onSaved(fields, this.#problems);
      this.#showSaved();
    } else {
      this.#changedFirst = Date.now();
      this.#options.onState({ phase: 'waiting' });
      this.#saveIn(SAVE_DELAY_MS);
    }
    return true;
  }

  #showSaved() {
    if (this.hasUnsaved) return;
    this.#options.onState({ phase: 'saved', savedAt: this.#savedAt, problems: this.#problems });
  }

  #explain(answer: Exclude<SaveAnswer, { kind: 'saved' }>) {
    const { onState } = this.#options;
    if (answer.kind === 'conflict') {
      this.#blocked = true;
      onState({ phase: 'conflict', answer });
    } else if (answer.kind === 'trashed') {
      this.#blocked = true;
      this.#versionInTrash = answer.version;
      onState({ phase: 'trashed' });
    } else if (answer.kind === 'refused') {
      onState({ phase: 'refused', answer });
      if (answer.isPassing) this.#saveIn(RETRY_DELAY_MS);
    } else {
      onState({ phase: answer.kind === 'signed-out' ? 'signed-out' : 'offline' });
      this.#saveIn(RETRY_DELAY_MS);
    }
  }
}
