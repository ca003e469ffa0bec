'use client';

import { useEffect } from 'react';
import { forgetPosted } from './kept-text';

type Props = { postId: string; parentId: string; body: string };

/** Lets the browser forget what it kept of a comment that is there now: its form must not offer to put it back. */
export function PostedText({ postId, parentId, body }: Props) {
  useEffect(() => forgetPosted(postId, parentId, body), [postId, parentId, body]);
  return null;
}
