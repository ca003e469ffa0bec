'use client';

import { useEffect } from 'react';
import { clearPostedTexts } from './stored-text';

type Props = { postId: string; parentId: string; body: string };

/** Clears the stored copy of a published comment. */
export function PostedText({ postId, parentId, body }: Props) {
  useEffect(() => clearPostedTexts(postId, parentId, body), [postId, parentId, body]);
  return null;
}
