import { importerWith } from '../../defaults';
import type { EntryLocation, FileHead, ImporterOption } from '../../importer';

const responses: ImporterOption = {
  flag: '--responses <how>',
  name: 'responses',
  description: 'what becomes of responses to posts of others: "leave" (as usual) or "draft"',
  problemWith: (value) => (/^(?:leave|draft)$/.test(value) ? null : 'Give “leave” or “draft”.'),
};

/** Whether a file is a post as Medium writes it. */
export function isExport({ bytes }: FileHead) {
  const head = Buffer.from(bytes).toString('utf8');
  return /<article class="h-entry">/.test(head) && /class="(?:p-name|e-content|p-summary)"/.test(head);
}

function placeOf(name: string): EntryLocation {
  return /(?:^|\/)posts\/[^/]+\.html$/i.test(name) || /^[^/]+\.html$/i.test(name)
    ? { as: 'export' }
    : { as: 'file', name };
}

/** Archives of Medium: a file for each post. */
export const medium = importerWith({
  id: 'medium',
  label: 'Medium',
  words: {
    export: 'Medium export',
    wanted: 'the zip that Medium has sent by e-mail, with the folder posts',
    command: {
      description: 'Medium exports: posts, drafts, redirects',
      files: 'the zip as Medium made it, or files of its folder posts',
    },
    form: {
      start:
        'In Medium, choose Settings, then Security and apps, then “Download your information”: a link to the zip comes by e-mail.',
      file: 'The zip as it came. Images are not in it: they remain links unless they are fetched. Responses to posts of others are left out.',
    },
  },
  options: [responses],
  files: { accept: '.zip,.html,.tar,.gz,.tgz', recognise: isExport, placeOf },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
