import type { EditorFields } from '../fields';

/** What became of one attempt to save. */
export type SaveAnswer =
  /** `problems`: fields that were rejected; the rest was saved. */
  | { kind: 'saved'; version: number; savedAt: string; problems?: Record<string, string> }
  | { kind: 'conflict'; theirs: { version: number; fields: EditorFields; savedAt: string } | null; message: string }
  | { kind: 'signed-out' }
  /** `isPassing`: the same text may be taken later. */
  | { kind: 'refused'; message: string; fields: Record<string, string>; isPassing?: boolean }
  | { kind: 'unreachable' };

export type SaveState =
  | { phase: 'saved'; savedAt: string; problems?: Record<string, string> }
  | { phase: 'waiting' | 'saving' | 'offline' | 'signed-out' }
  | { phase: 'conflict'; answer: SaveAnswer & { kind: 'conflict' } }
  | { phase: 'refused'; answer: SaveAnswer & { kind: 'refused' } };

type Options = {
  version: number;
  savedAt: string;
  send: (version: number, fields: EditorFields) => Promise<SaveAnswer>;
  onState: (state: SaveState) => void;
  /** Called with what the server now has, so that the local draft can be cleared. */
  onSaved: (fields: EditorFields) => void;
};

const SAVE_DELAY_MS = 2_000;
const MAX_SAVE_DELAY_MS = 15_000;
const RETRY_DELAY_MS = 10_000;

/**
 * Saves by itself a little after typing stops: one attempt at a time, the newest text only, never over a version it has
 * not seen. What could not be sent is tried again; what needs a person waits for them.
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

  /** What the last save could not take, by field. */
  get problems() {
    return this.#problems;
  }

  get hasUnsaved() {
    return this.#pending !== null || this.#sending !== null;
  }

  /** Something is typed that is not even on its way. */
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

  /** Saves what is waiting now. Resolves with whether everything is saved. */
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
    if (this.#pending === null) this.#options.onState({ phase: 'saved', savedAt });
  }

  /** Another text is shown than the one that was not taken. */
  forgetProblems() {
    this.#problems = {};
  }

  /** The person has decided for `fields`: they go over the version that was in the way. */
  resolve(version: number, fields: EditorFields) {
    this.#blocked = false;
    this.#version = version;
    this.#pending = fields;
    return this.flush();
  }

  /** The person has decided for what the server has. */
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
    this.#options.onState({ phase: 'saving' });
    const answer = await this.#options.send(this.#version, fields).catch(() => ({ kind: 'unreachable' as const }));
    this.#sending = null;
    if (answer.kind === 'saved') return this.#accept(answer, fields);
    // What was typed during the attempt is newer and holds it all.
    this.#pending ??= fields;
    this.#explain(answer);
    return false;
  }

  #accept(answer: SaveAnswer & { kind: 'saved' }, fields: EditorFields) {
    this.#version = answer.version;
    this.#savedAt = answer.savedAt;
    this.#problems = answer.problems ?? {};
    if (this.#pending === null) {
      this.#options.onSaved(fields);
      this.#options.onState({ phase: 'saved', savedAt: this.#savedAt, problems: this.#problems });
    } else {
      this.#changedFirst = Date.now();
      this.#options.onState({ phase: 'waiting' });
      this.#saveIn(SAVE_DELAY_MS);
    }
    return true;
  }

  #explain(answer: Exclude<SaveAnswer, { kind: 'saved' }>) {
    const { onState } = this.#options;
    if (answer.kind === 'conflict') {
      this.#blocked = true;
      onState({ phase: 'conflict', answer });
    } else if (answer.kind === 'refused') {
      onState({ phase: 'refused', answer });
      if (answer.isPassing) this.#saveIn(RETRY_DELAY_MS);
    } else {
      onState({ phase: answer.kind === 'signed-out' ? 'signed-out' : 'offline' });
      this.#saveIn(RETRY_DELAY_MS);
    }
  }
}
