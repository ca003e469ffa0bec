import type { NodeViewRenderer } from '@tiptap/core';
import { acceptedImages } from '@/lib/media/accepted';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import { action, actions, blockView, markEmpty, sentence } from './node-views';
import type { MissingImages } from './missing-images';

/** The placeholder of a missing image, which accepts a file. */
export function missingView(t: AdminText, images: () => MissingImages | null): NodeViewRenderer {
  return (props) => {
    const { editor, getPos } = props;
    const caption = document.createElement('figcaption');
    const view = blockView(props, { tag: 'figure', kind: 'missing', name: t('Image not copied') }, caption);
    const words = sentence('');
    words.setAttribute('role', 'status');
    const what = sentence('');
    const row = actions(props, t);
    const files = picker(t('Image to upload'));
    const upload = action(t('Upload'), () => files.click());
    const retry = action(t('Try again'), () => {
      images()?.retry(jobOf() ?? newJob(), String(node().attrs.address));
      draw();
    });
    row.prepend(upload, retry);
    view.dom.append(words, what, row, files, caption);
    files.addEventListener('change', () => {
      const [file] = files.files ?? [];
      files.value = '';
      if (file) images()?.begin(jobOf() ?? newJob(), file);
      draw();
    });

    const node = () => {
      const at = getPos();
      const found = at === undefined ? null : editor.state.doc.nodeAt(at);
      return found?.type.name === 'missingImage' ? found : props.node;
    };
    const jobOf = () => node().attrs.job as string | null;

    // A stored placeholder has no job yet.
    function newJob() {
      const job = crypto.randomUUID();
      const at = getPos();
      if (at !== undefined) {
        editor.view.dispatch(editor.state.tr.setNodeAttribute(at, 'job', job).setMeta('addToHistory', false));
      }
      return job;
    }

    function draw() {
      const { label, address, job } = node().attrs as { label: string; address: string; job: string | null };
      const state = images()?.fillStateOf(job) ?? null;
      if (job) {
        images()?.watch(job, draw);
        images()?.refill(job);
      }
      view.dom.toggleAttribute('data-busy', state?.isBusy ?? false);
      words.textContent = state?.isBusy
        ? t('Copying the image…')
        : [t('Image not copied. Upload it here.'), state && t.said(state.words)].filter(Boolean).join(' ');
      what.textContent = [label, address].filter(Boolean).join(' — ');
      what.hidden = !what.textContent;
      upload.hidden = state?.isBusy ?? false;
      retry.hidden = state ? state.isBusy : !address;
    }

    view.show((shown) => {
      markEmpty(caption, shown, t('Caption (optional)'));
      // Its position is known once it is in the document.
      queueMicrotask(draw);
    });
    return view;
  };
}

function picker(label: string) {
  const files = document.createElement('input');
  files.type = 'file';
  files.accept = acceptedImages;
  files.hidden = true;
  files.setAttribute('aria-label', label);
  return files;
}
