import type { HtmlNode } from '@/lib/html/tree';
import type { Translator } from '@/lib/i18n/translator';

/** Words that a rendered body needs and its author did not write. */
export type BodyLabel =
  | 'note'
  | 'notes'
  | 'noteBack'
  | 'noteClose'
  | 'table'
  | 'taskDone'
  | 'taskOpen'
  | 'image'
  | 'imageOf'
  | 'audioOf'
  | 'videoOf'
  | 'openOn'
  | 'frame'
  | 'frameInstead'
  /** Not a word: the id of the post, by which its own frames are addressed. */
  | 'ownPost';

// Private-use characters, which mean nothing in a text.
const OPEN = '\uE010';
const CLOSE = '\uE011';
const signs = /[\uE010\uE011]/g;
const marks = /\uE010(\w+):([^\uE010\uE011<>]*)\uE011/g;

/** What stands for a label in a stored rendering, so that a change of the site's language reaches every post at once. */
export function labelMark(label: BodyLabel, value = '') {
  return `${OPEN}${label}:${value.replace(signs, '')}${CLOSE}`;
}

/** Removes the signs of labels that an author wrote: replaced, they could end an attribute. Modifies the nodes. */
export function removeLabelSigns(nodes: readonly HtmlNode[]) {
  for (const node of nodes) {
    if (node.type === 'text') {
      if (hasSigns(node.value)) node.value = node.value.replace(signs, '');
      continue;
    }
    for (const [name, value] of Object.entries(node.attributes)) {
      if (hasSigns(value)) node.attributes[name] = value.replace(signs, '');
    }
    removeLabelSigns(node.children);
  }
}

/** A rendered body with its labels in the language of `t`, and the addresses of what belongs to its post. */
export function withLabels(html: string, t: Translator, postId = '') {
  return html.replace(marks, (whole, label: string, value: string) => {
    if (label === 'ownPost') return postId;
    return labels[label]?.(t, value) ?? whole;
  });
}

/** Text without labels: what they name is the author's and stays. */
export function withoutLabels(text: string) {
  return text.replace(marks, '$2');
}

function hasSigns(value: string) {
  return value.includes(OPEN) || value.includes(CLOSE);
}

const labels: Record<string, (t: Translator, value: string) => string> = Object.assign(Object.create(null), {
  note: (t, number) => t('body.note', { number }),
  notes: (t) => t('body.notes'),
  noteBack: (t, number) => t('body.noteBack', { number }),
  noteClose: (t) => t('body.noteClose'),
  table: (t) => t('body.table'),
  taskDone: (t) => t('body.taskDone'),
  taskOpen: (t) => t('body.taskOpen'),
  image: (t) => t('body.image'),
  imageOf: (t, name) => t('body.imageOf', { name }),
  audioOf: (t, name) => t('body.audioOf', { name }),
  videoOf: (t, name) => t('body.videoOf', { name }),
  openOn: (t, provider) => t('body.openOn', { provider }),
  frame: (t) => t('body.frame'),
  frameInstead: (t) => t('body.frameInstead'),
} satisfies Record<Exclude<BodyLabel, 'ownPost'>, (t: Translator, value: string) => string>);
