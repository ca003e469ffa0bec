// Run inside a copy of the product that has one more field, "location": prints which forms have it.
import { renderToStaticMarkup } from 'react-dom/server';
import type { ReactNode } from 'react';
import { AdminTextProvider } from '@/components/text/admin-text';
import { DetailsDrawer } from '@/components/editor/details/details-drawer';
import type { EditorPost, EditorSite } from '@/components/editor/editor-post';
import { differingFields, fieldLabels, type EditorFields } from '@/components/editor/fields';
import { usualPublishRules } from '@/lib/settings/publish-rules';
import { parseLocalDraft } from '@/components/editor/saving/local-draft-offer';
import { PlainEditor } from '@/components/editor/plain-editor';
import { emptyFields } from '@/lib/posts/fields/post-fields';

const before: EditorFields = Object.assign(
  { ...emptyFields, tags: '', coverId: '', socialImageId: '', parentId: '' },
  { location: 'Pier 4' },
);
const after: EditorFields = Object.assign({ ...before }, { location: 'Pier 5' });
const site: EditorSite = {
  language: 'en',
  timeZone: 'Etc/UTC',
  zoneName: 'UTC',
  users: [],
  images: [],
  parents: [],
  placements: [],
  slots: [],
  tags: [],
  series: [],
  sharing: { siteName: '', host: '', drawsCards: true, image: null },
  mayChooseAuthors: true,
  mayPublish: true,
  framesOf: null,
  rules: usualPublishRules,
  signInHref: '',
  listHref: '',
};
const post: EditorPost = {
  id: 'p',
  version: 1,
  saveMarks: {},
  type: 'post',
  state: 'Draft',
  stateLabel: 'Draft',
  savedAt: '',
  fields: before,
  chosenImages: { cover: null, social: null },
  address: '/tides',
  pagesBelow: 0,
  hasPending: false,
  publishAt: '',
  keptDate: '',
  unpublishAt: '',
  revisions: [],
  previews: [],
};
const nothing = () => {};
const drawn = (element: ReactNode) =>
  renderToStaticMarkup(<AdminTextProvider language="en">{element}</AdminTextProvider>);
const drawer = drawn(
  <DetailsDrawer
    {...{ post, site }}
    fields={before}
    problems={{}}
    images={post.chosenImages}
    onImages={nothing}
    onChange={nothing}
    onClose={nothing}
  >
    {null}
  </DetailsDrawer>,
);
const notes = { postId: post.id, open: [], resolved: [], colleagues: [] };
const plain = drawn(<PlainEditor {...{ post, site, notes }} outline={null} plain={{ save: async (state) => state }} />);
const stored = parseLocalDraft({ version: 1, at: 1, fields: after }, before);

process.stdout.write(
  JSON.stringify({
    'Details drawer': drawer.includes('>Location</label>') && drawer.includes('value="Pier 4"'),
    'plain editor': /name="location"[^>]*value="Pier 4"/.test(plain),
    'copy in the browser': stored !== null && Reflect.get(stored.fields, 'location') === 'Pier 5',
    'comparison of two versions':
      differingFields(before, after)
        .map((name) => fieldLabels[name])
        .join() === 'Location',
  }),
);
