'use client';

import { createContext } from 'react';
import type { Text } from './text';

/** English without values: what readers' pages are drawn with, whose scripts hold no formatter. */
const plain = Object.assign((message: string) => message, {
  language: 'en',
  said: (sentence: string) => sentence,
}) as Text;

export const TextContext = createContext(plain);
