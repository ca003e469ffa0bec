'use client';

import { useState, type RefObject } from 'react';
import type { BodyHandle } from './body-editor';

/** How long after a key the text is read off the sheet, and how long at most while somebody types on, ms. */
const READ_DELAY_MS = 120;
const MAX_READ_DELAY_MS = 1_000;

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
