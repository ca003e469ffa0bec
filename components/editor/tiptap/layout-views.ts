import type { NodeViewRendererProps } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { calloutTones } from '@/lib/html/allowed';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { msg } from '@/lib/i18n/admin/msg';
import { addressFrom } from '../document/addresses';
import { setColumnCount } from './layout-commands';
import { actions, blockView, field, sentence, setAttribute, type ViewIn } from './node-views';

const toneNames: Record<(typeof calloutTones)[number], string> = {
  note: msg('Note##tone'),
  tip: msg('Tip'),
  warning: msg('Warning'),
  danger: msg('Danger'),
};

/** Views of the blocks around other blocks: a bar with what there is to choose, and the content. */
export const calloutView: ViewIn = (t) => (props) => {
  const content = document.createElement('div');
  const view = blockView(props, { tag: 'div', kind: 'callout', name: t('Callout') }, content);
  const names = calloutTones.map((tone) => [tone, t(toneNames[tone])] as const);
  const { label, select } = choice(t('Tone'), names, (tone) => setAttribute(props, 'tone', tone));
  view.dom.append(bar(props, t, label), content);
  view.show((node) => {
    const tone = String(node.attrs.tone);
    select.value = tone;
    view.dom.dataset.tone = tone;
  });
  return view;
};

export const toggleView: ViewIn = (t) => (props) => {
  const content = document.createElement('div');
  content.dataset.hint = t('What is always seen');
  const view = blockView(props, { tag: 'div', kind: 'toggle', name: t('Toggle') }, content);
  const label = document.createElement('label');
  const box = document.createElement('input');
  box.type = 'checkbox';
  label.append(box, ` ${t('Open at first')}`);
  view.dom.append(bar(props, t, label), content);
  let current: Node;
  box.addEventListener('change', () => {
    const { open: _, ...others } = (current.attrs.preserved ?? {}) as Record<string, string>;
    const preserved = box.checked ? { open: '', ...others } : others;
    setAttribute(props, 'preserved', Object.keys(preserved).length > 0 ? preserved : null);
  });
  view.show((node) => {
    current = node;
    box.checked = 'open' in ((node.attrs.preserved ?? {}) as object);
    view.dom.classList.toggle('is-nameless', node.firstChild?.content.size === 0);
  });
  return view;
};

export const columnsView: ViewIn = (t) => (props) => {
  const content = document.createElement('div');
  content.className = 'block-view__columns';
  const view = blockView(props, { tag: 'div', kind: 'columns', name: t('Columns') }, content);
  const counts = ['2', '3'].map((count) => [count, count] as const);
  const { label, select } = choice(t('Columns'), counts, (count) => {
    const position = props.getPos();
    if (position !== undefined) setColumnCount(props.editor, position, Number(count));
  });
  view.dom.append(bar(props, t, label), content);
  view.show((node) => {
    select.value = String(node.childCount);
  });
  return view;
};

export const buttonView: ViewIn = (t) => (props) => {
  const words = document.createElement('span');
  words.className = 'block-view__button';
  const view = blockView(props, { tag: 'div', kind: 'button', name: t('Button') }, words);
  const { label, input } = field(t('Link address'), 'https://');
  const refusal = sentence(t('Enter a valid URL, such as example.org or /about.'));
  refusal.classList.add('block-view__line--warning');
  refusal.setAttribute('role', 'status');
  input.dataset.field = 'href';
  input.inputMode = 'url';
  input.addEventListener('change', () => {
    const address = addressFrom(input.value);
    const isRefused = address === null && input.value.trim() !== '';
    refusal.hidden = !isRefused;
    input.setAttribute('aria-invalid', String(isRefused));
    if (!isRefused) setAttribute(props, 'href', address ?? '');
  });
  refusal.hidden = true;
  view.dom.append(bar(props, t, label), words, refusal);
  view.show((node) => {
    if (document.activeElement !== input) input.value = String(node.attrs.href);
    words.dataset.placeholder = t('Words on the button');
    words.classList.toggle('is-empty', node.content.size === 0);
  });
  return view;
};

/** What of a block there is to choose, and what can be done with it, above its content. */
export function bar(props: NodeViewRendererProps, t: AdminText, ...fields: HTMLElement[]) {
  const row = document.createElement('div');
  row.className = 'block-view__bar';
  row.contentEditable = 'false';
  row.append(...fields, actions(props, t));
  return row;
}

function choice(name: string, options: (readonly [value: string, name: string])[], onChange: (value: string) => void) {
  const label = document.createElement('label');
  const select = document.createElement('select');
  select.append(...options.map(([value, words]) => new Option(words, value)));
  select.addEventListener('change', () => onChange(select.value));
  label.append(`${name} `, select);
  return { label, select };
}
