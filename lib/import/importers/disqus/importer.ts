import { importerWith } from '../../defaults';
import { mapOption } from '../../threads/address-map';

const ofAnExport = /<disqus[\s>]|xmlns=["']?https?:\/\/disqus\.com/i;

export function isDisqus(head: Uint8Array) {
  return ofAnExport.test(Buffer.from(head).toString('latin1').replaceAll('\0', ''));
}

/** Comment exports of Disqus. */
export const disqus = importerWith({
  id: 'disqus',
  label: 'Disqus',
  words: {
    export: 'Disqus export',
    wanted: 'the XML file that Disqus has sent by e-mail',
    command: {
      description: 'Disqus exports (Admin → Community → Export): comments of posts that are here',
      files: 'one or several XML files; .zip, .gz, .tar and .tar.gz are opened',
    },
    form: {
      start: 'In Disqus Admin, choose Community, then Export: the file comes by e-mail.',
      file: 'The XML file, as it came or unpacked. Import posts first: comments are added to the posts that are here, by their old addresses.',
    },
  },
  options: [mapOption],
  files: {
    accept: '.xml,.zip,.gz,.tar,.tgz',
    recognise: ({ bytes }) => isDisqus(bytes),
    placeOf: (name) => (/\.xml$/i.test(name) ? { as: 'export' } : { as: 'file', name }),
  },
  open: async (files, request) => {
    const { openExport } = await import('./source');
    return openExport(files, request);
  },
});
