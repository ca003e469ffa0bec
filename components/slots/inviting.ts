import { paths } from '@/lib/paths';

/** Puts "Put your ad code here" where empty slots are marked, and "Add code" into the boxes that everybody sees. */
export function inviteAll(page: Document) {
  for (const spot of page.querySelectorAll<HTMLTemplateElement>('template[data-spot]')) {
    const box = boxFor(spot);
    spot.after(box);
    spot.remove();
  }
  for (const box of page.querySelectorAll<HTMLElement>('.nook--empty')) addLink(box);
}

function boxFor(spot: HTMLTemplateElement) {
  const isApart = 'apart' in spot.dataset;
  const box = element(spot.ownerDocument, isApart ? 'aside' : 'div', `nook nook--empty ${spot.dataset.devices ?? ''}`);
  if (isApart) box.ariaLabel = `Empty slot: ${spot.dataset.name}`;
  box.dataset.nook = spot.dataset.spot ?? '';
  box.dataset.slot = spot.dataset.slot ?? '';
  box.style.cssText = spot.style.cssText;
  const inner = element(spot.ownerDocument, 'div', 'nook__box');
  const words = element(spot.ownerDocument, 'p', 'nook__words');
  words.textContent = 'Put your ad code here';
  const facts = element(spot.ownerDocument, 'p', 'nook__facts');
  facts.textContent = `${spot.dataset.name} · ${spot.dataset.size}`;
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
