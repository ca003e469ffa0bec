import { paths } from '@/lib/paths';

/** Puts "Put your ad code here" where empty slots are marked, and "Add code" into the boxes that everybody sees. */
export function fillPlaceholders(page: Document) {
  for (const placeholder of page.querySelectorAll<HTMLTemplateElement>('template[data-placeholder]')) {
    const box = boxFor(placeholder);
    placeholder.after(box);
    placeholder.remove();
  }
  for (const box of page.querySelectorAll<HTMLElement>('.nook--empty')) addLink(box);
}

function boxFor(placeholder: HTMLTemplateElement) {
  const isApart = 'apart' in placeholder.dataset;
  const box = element(
    placeholder.ownerDocument,
    isApart ? 'aside' : 'div',
    `nook nook--empty ${placeholder.dataset.devices ?? ''}`,
  );
  if (isApart) box.ariaLabel = `Empty slot: ${placeholder.dataset.name}`;
  box.dataset.nook = placeholder.dataset.placeholder ?? '';
  box.dataset.slot = placeholder.dataset.slot ?? '';
  box.style.cssText = placeholder.style.cssText;
  const inner = element(placeholder.ownerDocument, 'div', 'nook__box');
  const words = element(placeholder.ownerDocument, 'p', 'nook__words');
  words.textContent = 'Put your ad code here';
  const facts = element(placeholder.ownerDocument, 'p', 'nook__facts');
  facts.textContent = `${placeholder.dataset.name} · ${placeholder.dataset.size}`;
  inner.append(words, facts);
  box.append(inner);
  return box;
}

function addLink(box: HTMLElement) {
  if (box.querySelector('.nook__add')) return;
  const link = box.ownerDocument.createElement('a');
  link.className = 'nook__add';
  link.href = paths.admin.slot(box.dataset.slot ?? '');
  link.textContent = 'Add code';
  box.querySelector('.nook__box')?.append(link);
}

function element(page: Document, tag: 'aside' | 'div' | 'p', className: string) {
  const made = page.createElement(tag);
  made.className = className.trim();
  return made;
}
