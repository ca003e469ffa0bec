/** Ghost exports of an invented site. */
type Row = Record<string, unknown>;
type Tables = Record<string, Row[]>;

let lastId = 0;

/** Such an id as Ghost gives. */
export function ghostId() {
  lastId += 1;
  return lastId.toString(16).padStart(24, '5');
}

export function ghostPost(post: Row = {}): Row {
  const id = ghostId();
  return {
    id,
    uuid: `00000000-0000-4000-8000-${id.slice(-12)}`,
    title: 'A boat',
    slug: 'a-boat',
    mobiledoc: null,
    lexical: null,
    html: '<p>In the harbour.</p>',
    plaintext: 'In the harbour.',
    feature_image: null,
    featured: 0,
    type: 'post',
    status: 'published',
    visibility: 'public',
    created_at: '2024-03-04T10:00:00.000Z',
    updated_at: '2024-03-05T10:00:00.000Z',
    published_at: '2024-03-04T10:30:00.000Z',
    custom_excerpt: null,
    canonical_url: null,
    ...post,
  };
}

/** A document of the present editor. */
export function lexical(...children: Row[]) {
  return JSON.stringify({ root: { type: 'root', version: 1, children } });
}

export function lexicalText(text: string, format = 0): Row {
  return { type: 'extended-text', version: 1, mode: 'normal', detail: 0, style: '', text, format };
}

export function lexicalParagraph(...children: Row[]): Row {
  return { type: 'paragraph', version: 1, children };
}

/** An export as Ghost writes it. */
export function ghostExport(data: Tables, version = '5.80.0') {
  return JSON.stringify({ db: [{ meta: { exported_on: 1_700_000_000_000, version }, data }] });
}
