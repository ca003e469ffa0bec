'use client';

import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { paths } from '@/lib/web/reader-paths';

const MAX_QUOTE = 600;
const AROUND = 40;

type Selected = { href: string; top: number; left: number };

/** Offers to correct the words of the article that are selected. */
export function SelectionTool({ postId }: { postId: string }) {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    const look = () => setSelected(selectedIn(postId));
    look();
    document.addEventListener('selectionchange', look);
    return () => document.removeEventListener('selectionchange', look);
  }, [postId]);
  if (!selected) return null;
  const { href, ...place } = selected;
  return createPortal(
    <a className="button selection-tool" style={place} href={href} rel="nofollow">
      {document.querySelector('[data-correct]')?.textContent}
    </a>,
    document.body,
  );
}

function selectedIn(postId: string): Selected | null {
  const selection = document.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const quote = selection.toString().trim();
  const start = blockOf(range.startContainer);
  if (!start || start !== blockOf(range.endContainer) || !quote || quote.length > MAX_QUOTE) return null;
  const query = new URLSearchParams({ quote, ...around(range, start) });
  const { bottom, left } = range.getBoundingClientRect();
  return {
    href: `${paths.suggestCorrection(postId)}?${query.toString()}`,
    top: bottom + scrollY + 8,
    left: Math.max(8, Math.min(left + scrollX, document.documentElement.clientWidth - 200)),
  };
}

function around(range: Range, block: Element) {
  const [before, after] = [document.createRange(), document.createRange()];
  before.selectNodeContents(block);
  before.setEnd(range.startContainer, range.startOffset);
  after.selectNodeContents(block);
  after.setStart(range.endContainer, range.endOffset);
  return { prefix: before.toString().slice(-AROUND), suffix: after.toString().slice(0, AROUND) };
}

function blockOf(node: Node) {
  const element = node instanceof Element ? node : node.parentElement;
  const block = element?.closest('p,li,h2,h3,h4,h5,h6,blockquote,figcaption,td,th,dt,dd,summary,pre');
  return block?.closest('.post .prose') ? block : null;
}
