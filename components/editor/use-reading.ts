'use client';

import { useState, type RefObject } from 'react';
import type { BodyHandle } from './body-editor';

/** How long after a key the text is read off the sheet, and how long at most while somebody types on, ms. */
const READ_AFTER = 120;
const READ_AT_LATEST = 1_000;

/** When the text is read off the sheet, and the sheet even when it is no longer on the screen. */
class Reading {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wantedSince = 0;
  #isPaused = false;
  #last: BodyHandle | null = null;

  /** Runs what puts another text onto the sheet: that is no change by the person. */
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
    this.#timer = setTimeout(read, Math.min(READ_AFTER, Math.max(0, this.#wantedSince + READ_AT_LATEST - Date.now())));
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
