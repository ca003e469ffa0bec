import { describe, expect, test } from 'vitest';
import type { Entry } from './menu';
import { commandOf, dropped, moved, standingOf, ways, waysOf, without, type Drop, type Way } from './order';

/** "a b -c d": c is nested beneath b. */
function menuOf(text: string): Entry[] {
  return text.split(' ').map((word) => ({
    id: word.replace('-', ''),
    kind: 'address',
    target: '/',
    label: word,
    isNested: word.startsWith('-'),
  }));
}

function textOf(entries: Entry[]) {
  return entries.map(({ id, isNested }) => (isNested ? `-${id}` : id)).join(' ');
}

function movedBy(menu: string, move: string) {
  const [id = '', way] = move.split(' ');
  return moved(menuOf(menu), id, way as Way);
}

function droppedBy(menu: string, drop: string) {
  const [id = '', side, target = ''] = drop.split(' ');
  return dropped(menuOf(menu), { id, target, side: side as Drop['side'] });
}

describe('an entry moves', () => {
  test.each([
    ['up, past the one before', 'a b c', 'c up', 'a c b'],
    ['up with those beneath it, past another with its own', 'a -b c -d', 'c up', 'c -d a -b'],
    ['up among those beneath one entry', 'a -b -c', 'c up', 'a -c -b'],
    ['down, past the one after with those beneath it', 'a b -c d', 'a down', 'b -c a d'],
    ['down with those beneath it', 'a -b c', 'a down', 'c a -b'],
    ['down among those beneath one entry', 'a -b -c d', 'b down', 'a -c -b d'],
    ['in, beneath the one before', 'a b c', 'b indent', 'a -b c'],
    ['in, as the last of those', 'a -b c', 'c indent', 'a -b -c'],
    ['out, after the entry that it leaves and what stays beneath', 'a -b -c d', 'b outdent', 'a -c b d'],
  ])('%s', (_, before, move, after) => {
    expect(textOf(movedBy(before, move))).toBe(after);
  });

  test.each([
    ['up as the first', 'a b', 'a up', 'It is the first one already.'],
    ['up as the first beneath one', 'a -b', 'b up', 'It is the first one already.'],
    ['down as the last', 'a b -c', 'b down', 'It is the last one already.'],
    ['down as the last beneath one', 'a -b c', 'b down', 'It is the last one already.'],
    ['in as the first', 'a b', 'a indent', 'The first entry has none above it to stand beneath.'],
    ['in twice', 'a -b', 'b indent', 'Entries can be nested one level deep.'],
    ['in with some beneath it', 'a b -c', 'b indent', 'It has entries beneath it,'],
    ['out of nothing', 'a b', 'b outdent', 'It stands beneath no other entry.'],
    ['that is gone', 'a b', 'x up', 'This entry is not in the menu any more.'],
  ])('not %s', (_, before, move, sentence) => {
    expect(() => movedBy(before, move)).toThrow(sentence);
  });
});

describe('an entry is dropped', () => {
  test.each([
    ['before another', 'a b c', 'c before a', 'c a b'],
    ['after another', 'a b c', 'a after b', 'b a c'],
    ['beneath one, before what is beneath it', 'a -b c', 'c before b', 'a -c -b'],
    ['beneath one, right after it', 'a -b c', 'c after a', 'a -c -b'],
    ['beneath one, as the last', 'a -b c d', 'd after b', 'a -b -d c'],
    ['out of what it was beneath', 'a -b c', 'b after c', 'a c b'],
    ['with those beneath it', 'a -b c d', 'a after c', 'c a -b d'],
    ['with those beneath it, after the last beneath another', 'a -b c -d', 'a after d', 'c -d a -b'],
    ['where it is', 'a -b c', 'a after b', 'a -b c'],
  ])('%s', (_, before, drop, after) => {
    expect(textOf(droppedBy(before, drop))).toBe(after);
  });

  test('not two levels deep', () => {
    expect(() => droppedBy('a -b c -d', 'c before b')).toThrow('It has entries beneath it,');
  });
});

test('what stands beneath a removed entry takes its place', () => {
  expect(textOf(without(menuOf('a b -c -d e'), 'b'))).toBe('a c d e');
});

test('where an entry stands is counted on its level', () => {
  const entries = menuOf('a -b -c d');
  expect(standingOf(entries, 'c')).toMatchObject({ standing: 2, of: 2, parent: { id: 'a' } });
  expect(standingOf(entries, 'd')).toEqual({ standing: 2, of: 2, parent: null });
});

test.each(['a b c', 'a -b -c d', 'a', 'a -b', 'a b -c -d'])('in %s each entry says how it can move', (menu) => {
  const entries = menuOf(menu);
  const goes = (id: string, way: Way) => {
    try {
      return moved(entries, id, way).length > 0;
    } catch {
      return false;
    }
  };
  for (const { id } of entries) expect(waysOf(entries, id)).toEqual(ways.filter((way) => goes(id, way)));
});

test('a form asks for one thing', () => {
  expect(commandOf({ up: 'a' })).toEqual({ what: 'up', id: 'a' });
  expect(commandOf({ drop: 'a', target: 'b', side: 'after' })).toEqual({
    what: 'drop',
    drop: { id: 'a', target: 'b', side: 'after' },
  });
  expect(() => commandOf({ drop: 'a' })).toThrow('Choose an entry and what to do with it.');
});
