import { describe, expect, test } from 'vitest';
import type { EditorFields } from '../fields';
import { offerLocalDraft, parseLocalDraft } from './local-draft-offer';

const fields = {
  title: 'Nets',
  subtitle: '',
  bodyHtml: '<p>Dry.</p>',
  slug: 'nets',
  excerpt: '',
  tags: '',
  series: '',
  coverId: '',
  coverAlt: '',
  coverCaption: '',
  coverCredit: '',
  authorIds: ['a'],
  commentsMode: 'open',
  adsMode: 'on',
  adsOff: ['sidebar'],
  seoTitle: '',
  seoDescription: '',
  canonicalUrl: '',
  noindex: false,
  pinned: false,
  pinnedUntil: '',
} as EditorFields;
const changed = { ...fields, bodyHtml: '<p>Dry, and mended.</p>' };

describe('the copy in this browser', () => {
  test('is not offered when the server has it', () => {
    expect(
      offerLocalDraft({ version: 3, at: 1, visit: 'a', fields: { ...fields } }, { version: 4, fields, saveMarks: {} }),
    ).toBeNull();
    expect(offerLocalDraft(null, { version: 4, fields, saveMarks: {} })).toBeNull();
  });

  test('is not offered when the server only spells it another way', () => {
    const ours = { ...fields, title: 'Nets ', bodyHtml: '<p>Dry.</p><img src="/a.png" alt="A" data-x="1">' };
    const theirs = { ...fields, bodyHtml: '<p>Dry.</p>\n<img alt="A" src="/a.png" width="3">' };
    expect(
      offerLocalDraft({ version: 3, at: 1, visit: 'a', fields: ours }, { version: 4, fields: theirs, saveMarks: {} }),
    ).toBeNull();
  });

  test.each([
    ['<p>Dry.</p>', '<p>Wet.</p>'],
    ['<h2>Dry.</h2>', '<p>Dry.</p>'],
    ['<a href="/a">x</a>', '<a href="/b">x</a>'],
  ])('is offered when %s became %s', (a, b) => {
    const entry = { version: 3, at: 1, visit: 'a', fields: { ...fields, bodyHtml: a } };
    expect(offerLocalDraft(entry, { version: 4, fields: { ...fields, bodyHtml: b }, saveMarks: {} })).not.toBeNull();
  });

  test('is newer when nobody saved meanwhile', () => {
    expect(
      offerLocalDraft({ version: 4, at: 1, visit: 'a', fields: changed }, { version: 4, fields, saveMarks: {} })?.kind,
    ).toBe('newer');
  });

  test('is offered beside the server’s text when someone saved meanwhile', () => {
    expect(
      offerLocalDraft({ version: 3, at: 1, visit: 'a', fields: changed }, { version: 4, fields, saveMarks: {} })?.kind,
    ).toBe('apart');
  });

  test('is not offered when the page that kept it saved the same or something newer afterwards', () => {
    const server = { version: 9, fields, saveMarks: { b: 99, a: 5 } };
    const entry = { version: 3, visit: 'a', fields: changed };
    expect(offerLocalDraft({ ...entry, at: 4 }, server)).toBeNull();
    expect(offerLocalDraft({ ...entry, at: 5 }, server)).toBeNull();
    expect(offerLocalDraft({ ...entry, at: 6 }, server)?.kind).toBe('apart');
    expect(offerLocalDraft({ ...entry, at: 6, version: 9 }, server)?.kind).toBe('newer');
    expect(offerLocalDraft({ ...entry, at: 4, visit: 'c' }, server)).not.toBeNull();
    expect(offerLocalDraft({ ...entry, at: 4, visit: '' }, server)).not.toBeNull();
  });

  test('counts as being saved when the page was left a moment ago and nobody else saved meanwhile', () => {
    const entry = { version: 4, at: 1_000_000, visit: 'a', fields: changed, isLeaving: true };
    const server = { version: 4, fields, saveMarks: {} };
    expect(offerLocalDraft(entry, server, 1_059_000)?.kind).toBe('underway');
    expect(offerLocalDraft(entry, server, 1_061_000)?.kind).toBe('newer');
    expect(offerLocalDraft({ ...entry, isLeaving: false }, server, 1_000_500)?.kind).toBe('newer');
    expect(offerLocalDraft({ ...entry, version: 3 }, server, 1_000_500)?.kind).toBe('apart');
    expect(offerLocalDraft(entry, { ...server, saveMarks: { a: 1_000_000 } }, 1_000_500)).toBeNull();
  });

  test('stays in its fields when it was refused, unless someone saved meanwhile', () => {
    const entry = { version: 4, at: 5, visit: 'a', fields: { ...fields, slug: 'Über Boote' }, isRefused: true };
    const server = { version: 4, fields, saveMarks: { a: 5 } };
    expect(offerLocalDraft(entry, server)?.kind).toBe('refused');
    expect(offerLocalDraft({ ...entry, isRefused: false }, server)).toBeNull();
    expect(offerLocalDraft(entry, { ...server, version: 5 })?.kind).toBe('apart');
    expect(offerLocalDraft({ ...entry, fields }, server)).toBeNull();
    expect(parseLocalDraft(entry, fields)?.isRefused).toBe(true);
  });

  test.each([
    null,
    'text',
    {},
    { version: '3', at: 1, visit: 'a', fields },
    { version: 3, at: 1, visit: 'a', fields: null },
  ])('is nothing when it is %j', (value) => {
    expect(parseLocalDraft(value, fields)).toBeNull();
  });

  test('gets fields that an older page did not have', () => {
    const entry = parseLocalDraft({ version: 3, at: 1, fields: { title: 'Kept', authorIds: 'x' } }, fields);
    expect(entry?.fields).toEqual({ ...fields, title: 'Kept' });
    expect(entry?.isLeaving).toBe(false);
  });
});
