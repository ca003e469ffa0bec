'use client';

import type { KeyboardEvent, ReactNode } from 'react';

type ToolProps = { name: string; isPressed?: boolean; onUse: () => void; children: ReactNode };

/** An icon button that keeps the editor's selection. */
export function Tool({ name, isPressed, onUse, children }: ToolProps) {
  return (
    <button
      type="button"
      className="tools__tool"
      title={name}
      aria-label={name}
      aria-pressed={isPressed}
      onMouseDown={keepSelection}
      onClick={onUse}
    >
      {children}
    </button>
  );
}

/** A button with a word. */
export function WordTool({ isPressed, onUse, children }: Omit<ToolProps, 'name'>) {
  return (
    <button type="button" className="tools__word" aria-pressed={isPressed} onMouseDown={keepSelection} onClick={onUse}>
      {children}
    </button>
  );
}

/** Arrow keys move through a toolbar; Escape returns to the text. */
export function walkTools(event: KeyboardEvent<HTMLElement>, onEscape: () => void) {
  if (event.key === 'Escape') {
    event.stopPropagation();
    return onEscape();
  }
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || (event.target instanceof Element && event.target.matches('input'))) return;
  const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('button, select, a')];
  const at = tools.findIndex((tool) => tool === document.activeElement);
  event.preventDefault();
  tools[(at + step + tools.length) % tools.length]?.focus();
}

function keepSelection(event: { preventDefault: () => void }) {
  event.preventDefault();
}
