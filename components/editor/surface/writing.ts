import { isIsland } from './islands';

const onlyHere = [
  'contenteditable',
  'data-island',
  'data-placeholder',
  'data-selected',
  'tabindex',
  'role',
  'aria-label',
  'style',
  'spellcheck',
];

/** The sheet's text as HTML, one block per line, without anything that was only there for editing. */
export function writeBody(sheet: HTMLElement): string {
  return [...sheet.children].map(writeBlock).filter(Boolean).join('\n');
}

function writeBlock(block: Element): string {
  const kind = isIsland(block) ? block.dataset.island : null;
  if (kind === 'upload') return '';
  if (kind === 'raw') return block.querySelector('textarea')?.value ?? '';
  const copy = block.cloneNode(true) as HTMLElement;
  if (kind === 'image') {
    const alt = block.querySelector<HTMLInputElement>('[data-field=alt]')?.value ?? '';
    copy.querySelector('img')?.setAttribute('alt', alt);
  }
  for (const part of copy.querySelectorAll('[data-chrome]')) part.remove();
  const caption = copy.querySelector('figcaption');
  if (caption && !caption.textContent?.trim()) caption.remove();
  for (const part of [copy, ...copy.querySelectorAll<HTMLElement>('*')]) tidy(part, part === copy);
  return isBlank(copy) ? '' : copy.outerHTML.replaceAll('\u200b', '');
}

function tidy(element: HTMLElement, isBlock: boolean) {
  for (const name of onlyHere) element.removeAttribute(name);
  if (element.getAttribute('class') === '') element.removeAttribute('class');
  if (isBlock) removeLastBreak(element);
  else if (element.tagName === 'B') rename(element, 'strong');
  else if (element.tagName === 'I') rename(element, 'em');
  else if (element.tagName === 'STRIKE') rename(element, 's');
  else if (['SPAN', 'FONT'].includes(element.tagName) && element.attributes.length === 0) unwrap(element);
  else if (/^(LI|TD|TH|P|BLOCKQUOTE)$/.test(element.tagName)) removeLastBreak(element);
}

// A browser keeps an empty line open with a <br>; printed, it would be a second line.
function removeLastBreak(element: HTMLElement) {
  const last = element.lastChild;
  if (last instanceof HTMLBRElement) last.remove();
}

function rename(element: HTMLElement, name: string) {
  const renamed = document.createElement(name);
  renamed.append(...element.childNodes);
  element.replaceWith(renamed);
}

function unwrap(element: HTMLElement) {
  element.replaceWith(...element.childNodes);
}

function isBlank(block: HTMLElement) {
  return (
    /^(P|H[1-6]|UL|OL|BLOCKQUOTE)$/.test(block.tagName) && !block.textContent?.trim() && !block.querySelector('img')
  );
}
