import { paths } from '@/lib/web/paths';

/**
 * Fills the placeholders of empty slots with "Put your ad code here", and adds "Add code" to boxes that everyone sees.
 */
export function fillPlaceholders(page: Document) {
  for (const placeholder of page.querySelectorAll<HTMLTemplateElement>('template[data-placeholder]')) {
    const box = placeholderBoxFor(placeholder);
    placeholder.after(box);
    placeholder.remove();
  }
  for (const host of page.querySelectorAll<HTMLElement>('.slot__host')) explainWithheld(host);
  for (const box of page.querySelectorAll<HTMLElement>('.slot--empty')) addLink(box);
}

function placeholderBoxFor(placeholder: HTMLTemplateElement) {
  const isApart = 'apart' in placeholder.dataset;
  const box = element(
    placeholder.ownerDocument,
    isApart ? 'aside' : 'div',
    `slot slot--empty ${placeholder.dataset.devices ?? ''}`,
  );
  if (isApart) box.ariaLabel = `Empty slot: ${placeholder.dataset.name}`;
  box.dataset.slot = placeholder.dataset.placeholder ?? '';
  box.dataset.slotId = placeholder.dataset.slotId ?? '';
  box.style.cssText = placeholder.style.cssText;
  const inner = element(placeholder.ownerDocument, 'div', 'slot__box');
  const words = element(placeholder.ownerDocument, 'p', 'slot__prompt');
  words.textContent = 'Put your ad code here';
  const facts = element(placeholder.ownerDocument, 'p', 'slot__details');
  facts.textContent = `${placeholder.dataset.name} · ${placeholder.dataset.size}`;
  inner.append(words, facts);
  box.append(inner);
  return box;
}

function explainWithheld(host: HTMLElement) {
  host.classList.remove('slot__host--withheld');
  const words = element(host.ownerDocument, 'p', 'slot__prompt');
  words.textContent = 'Third-party code, which never runs in the browsers of staff';
  host.append(words);
}

function addLink(box: HTMLElement) {
  if (box.querySelector('.slot__add')) return;
  const link = box.ownerDocument.createElement('a');
  link.className = 'slot__add';
  link.href = paths.admin.slot(box.dataset.slotId ?? '');
  link.textContent = 'Add code';
  box.querySelector('.slot__box')?.append(link);
}

function element(page: Document, tag: 'aside' | 'div' | 'p', className: string) {
  const made = page.createElement(tag);
  made.className = className.trim();
  return made;
}
