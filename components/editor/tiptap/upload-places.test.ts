import { getSchema } from '@tiptap/core';
import { EditorState } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { parseHtml } from '@/lib/html/parsing';
import { HtmlDocument } from '../document/html-document';
import { writeBlock } from '../document/html-writer';
import { schemaExtensions } from './extensions';
import { addPlaces, fillPlace, removePlace, uploadPlaces } from './upload-places';

const schema = getSchema(schemaExtensions());
const { figure, file, paragraph } = schema.nodes;

/** An editor with places of "a", "b" and "c" begun at the end of the text, or at a position. */
function begun(html: string, at?: number, ids = ['a', 'b', 'c']) {
  const doc = new HtmlDocument(schema).read(parseHtml(html), html);
  let state = EditorState.create({ doc, plugins: [uploadPlaces()] });
  const added = ids.map((id) => ({ id, dom: {} as HTMLElement }));
  state = state.apply(addPlaces(state, at ?? doc.content.size - 1, added));
  const apply = (tr: typeof state.tr) => (state = state.apply(tr));
  return {
    arrive: (...names: string[]) =>
      names.forEach((id) => apply(fillPlace(state, id, figure!.create({ src: `/uploads/${id}.jpg` })))),
    arriveAs: (id: string, block: Parameters<typeof fillPlace>[2]) => apply(fillPlace(state, id, block)),
    remove: (id: string) => apply(removePlace(state, id)),
    edit: (change: (tr: typeof state.tr) => typeof state.tr) => apply(change(state.tr)),
    type: (words: string) => apply(state.tr.insertText(words)),
    html: () =>
      state.doc.children
        .map(writeBlock)
        .filter(Boolean)
        .join('')
        .replaceAll(/<figure><img src="\/uploads\/(\w+).jpg" alt=""><\/figure>/g, '[$1]'),
  };
}

describe('several images', () => {
  test.each([
    ['a', 'b', 'c'],
    ['c', 'b', 'a'],
    ['b', 'c', 'a'],
  ])('arriving as %s, %s, %s stand in the order chosen, on an empty line and after one with text', (...arrival) => {
    for (const html of ['', '<p>First words</p>']) {
      const editor = begun(html);
      editor.arrive(...arrival);
      editor.type('typed after');
      expect(editor.html()).toBe(`${html}[a][b][c]<p>typed after</p>`);
    }
  });

  test('stand above what was typed before they arrived, and between the blocks where they were begun', () => {
    const editor = begun('<p>One</p><p>Two</p>', 2);
    editor.type('meanwhile');
    editor.arrive('b', 'a', 'c');
    expect(editor.html()).toBe('<p>One</p>[a][b][c]<p>meanwhile</p><p>Two</p>');
  });

  test('stand in one gallery; a file stands after it', () => {
    const editor = begun('<div data-gallery=""><figure><img src="/uploads/x.jpg" alt=""></figure></div>', 2);
    editor.arrive('c', 'a');
    editor.arriveAs('b', file!.create({ href: '/f.pdf' }, schema.text('F')));
    expect(editor.html()).toBe('<div data-gallery="">[x][a][c]</div><p data-file=""><a href="/f.pdf">F</a></p>');
  });
});

describe('a place', () => {
  test('outlives the text around it', () => {
    const editor = begun('<p>One</p><p>Two</p>', 2);
    editor.edit((tr) => tr.delete(0, tr.doc.content.size));
    editor.arrive('a', 'c', 'b');
    expect(editor.html()).toBe('[a][b][c]');
  });

  test('is after a text that replaces all of it', () => {
    const editor = begun('<p>One</p>');
    editor.edit((tr) => tr.replaceWith(0, tr.doc.content.size, paragraph!.create(null, schema.text('Two'))));
    editor.arrive('a', 'b', 'c');
    expect(editor.html()).toBe('<p>Two</p>[a][b][c]');
  });

  test('that was cancelled leaves the others where they are', () => {
    const editor = begun('');
    editor.remove('b');
    editor.arrive('c', 'a');
    expect(editor.html()).toBe('[a][c]');
  });

  test('that is unknown is the end of the text', () => {
    const editor = begun('<p>One</p>', 2, []);
    editor.arrive('a');
    expect(editor.html()).toBe('<p>One</p>[a]');
  });
});
