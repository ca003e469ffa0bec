'use client';

import { useText } from '#text';
import { useEffect, useState } from 'react';
import { addressFrom } from '../document/addresses';
import { findPosts, type FoundPost } from './find-posts';

type Props = { query: string; onChoose: (post: FoundPost) => void };

/** The posts of the site that the words in the field find: what is an address is none of them. */
export function PostSearch({ query, onChoose }: Props) {
  const t = useText();
  const [found, setFound] = useState<FoundPost[]>([]);
  const words = addressFrom(query) ? '' : query.trim();
  useEffect(() => {
    const abort = new AbortController();
    const look = async () => {
      const posts = words.length < 2 ? [] : await findPosts(words, abort.signal);
      if (!abort.signal.aborted) setFound(posts);
    };
    const waiting = setTimeout(() => void look(), 200);
    return () => {
      clearTimeout(waiting);
      abort.abort();
    };
  }, [words]);
  if (found.length === 0) return null;
  return (
    <ul className="post-search" aria-label={t('Posts of this site')}>
      {found.map((post) => (
        <li key={post.path}>
          <button type="button" onClick={() => onChoose(post)}>
            <span>{post.title}</span> <span className="quiet">{post.path}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
