'use client';

import { useEffect } from 'react';
import { clearPostedTexts } from './stored-text';

type Props = { postId: string; parentId: string; body: string };

/** Lets the browser forget what it kept of a comment that is there now: its form must not offer to put it back. */
export function PostedText({ postId, parentId, body }: Props) {
  useEffect(() => clearPostedTexts(postId, parentId, body), [postId, parentId, body]);
  return null;
}
