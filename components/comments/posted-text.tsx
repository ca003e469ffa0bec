'use client';

import { useEffect } from 'react';
import { clearPostedTexts } from './stored-text';

type Props = { postId: string; parentId: string; body: string };

/** Clears the browser's saved copy of a published comment, so that its form does not offer to restore it. */
export function PostedText({ postId, parentId, body }: Props) {
  useEffect(() => clearPostedTexts(postId, parentId, body), [postId, parentId, body]);
  return null;
}
