'use client';

import { useState, type RefObject } from 'react';
import type { BodyHandle } from './body/body-editor';

/**
 * How long after a key press the text is read from the editor, and how long at most during continuous typing, in ms.
 */
const READ_DELAY_MS = 120;
const MAX_READ_DELAY_MS = 1_000;

/** When the text is read from the editor, even after it was removed from the page. */
class Reading {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wantedSince = 0;
  #isPaused = false;
  #last: BodyHandle | null = null;

  /** Runs something that replaces the text in the editor: not a change by the user. */
  without(show: () => void) {
    this.#isPaused = true;
    show();
    this.#isPaused = false;
    this.stop();
  }

  get isPaused() {
    return this.#isPaused;
  }

  soon(read: () => void) {
    this.#wantedSince ||= Date.now();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      read,
      Math.min(READ_DELAY_MS, Math.max(0, this.#wantedSince + MAX_READ_DELAY_MS - Date.now())),
    );
  }

  stop() {
    clearTimeout(this.#timer);
    this.#wantedSince = 0;
  }

  handleOf(body: RefObject<BodyHandle | null>) {
    this.#last = body.current ?? this.#last;
    return this.#last;
  }
}

export function useReading() {
  const [reading] = useState(() => new Reading());
  return reading;
}
