import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { EditorFields } from '../fields';
import { SaveLoop, type SaveAnswer, type SaveState } from './save-loop';

const text = (bodyHtml: string) => ({ bodyHtml }) as EditorFields;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function loopWith(answers: (SaveAnswer | (() => Promise<SaveAnswer>))[]) {
  const sent: [number, string][] = [];
  const states: SaveState['phase'][] = [];
  const said: SaveState[] = [];
  const labels: string[] = [];
  const forgotten: string[] = [];
  const loop = new SaveLoop({
    version: 1,
    savedAt: '09:00',
    send: async (version, fields) => {
      sent.push([version, fields.bodyHtml]);
      const answer = answers.shift() ?? { kind: 'saved', version: version + 1, savedAt: '09:41' };
      return typeof answer === 'function' ? answer() : answer;
    },
    onState: (state) => (states.push(state.phase), said.push(state)),
    onStateLabel: (label) => labels.push(label),
    onSaved: (fields) => forgotten.push(fields.bodyHtml),
  });
  return { loop, sent, states, said, labels, forgotten };
}

describe('autosaving', () => {
  test('waits until typing stops, and sends the newest text only', async () => {
    const { loop, sent, states, forgotten } = loopWith([]);
    loop.change(text('a'));
    await vi.advanceTimersByTimeAsync(1_000);
    loop.change(text('ab'));
    await vi.advanceTimersByTimeAsync(1_999);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(sent).toEqual([[1, 'ab']]);
    expect(states.at(-1)).toBe('saved');
    expect(forgotten).toEqual(['ab']);
  });

  test('saves after a while even if typing continues', async () => {
    const { loop, sent } = loopWith([]);
    for (let second = 0; second < 16; second += 1) {
      loop.change(text(String(second)));
      await vi.advanceTimersByTimeAsync(1_000);
    }
    expect(sent).toHaveLength(1);
  });

  test('sends text typed during a save with the version that the save made', async () => {
    let answer: (value: SaveAnswer) => void = () => {};
    const { loop, sent, forgotten } = loopWith([() => new Promise((resolve) => (answer = resolve))]);
    loop.change(text('a'));
    await vi.advanceTimersByTimeAsync(2_000);
    loop.change(text('ab'));
    answer({ kind: 'saved', version: 2, savedAt: '09:41' });
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent).toEqual([
      [1, 'a'],
      [2, 'ab'],
    ]);
    expect(forgotten).toEqual(['ab']);
  });

  test.each(['unreachable', 'signed-out'] as const)('retries when %s, and keeps the text until then', async (kind) => {
    const { loop, sent, forgotten } = loopWith([{ kind }]);
    loop.change(text('a'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(forgotten).toEqual([]);
    expect(loop.hasUnsaved).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(sent).toHaveLength(2);
    expect(forgotten).toEqual(['a']);
  });

  test('never overwrites an unseen version until a person decides', async () => {
    const { loop, sent } = loopWith([{ kind: 'conflict', theirs: null, message: 'Changed elsewhere.' }]);
    loop.change(text('mine'));
    await vi.advanceTimersByTimeAsync(2_000);
    loop.change(text('mine, longer'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    await loop.resolve(7, text('mine, longer'));
    expect(sent.at(-1)).toEqual([7, 'mine, longer']);
  });

  test('keeps a refused text, and sends it again once it is changed', async () => {
    const { loop, sent, states } = loopWith([{ kind: 'refused', message: 'The title is too long.', fields: {} }]);
    loop.change(text('long'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states.at(-1)).toBe('refused');
    expect(loop.hasUnsaved).toBe(true);
    loop.change(text('short'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(sent.at(-1)).toEqual([1, 'short']);
  });

  test('sends a text that was refused for a while again, unchanged', async () => {
    const { loop, sent, states } = loopWith([
      { kind: 'refused', message: 'The disk is full.', fields: {}, isPassing: true },
    ]);
    loop.change(text('a'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect(states.at(-1)).toBe('refused');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent.at(-1)).toEqual([1, 'a']);
    expect(states.at(-1)).toBe('saved');
  });

  test('remembers refused fields until they are accepted or another text is shown', async () => {
    const problems = { slug: 'Taken.' };
    const saved = { kind: 'saved', version: 2, savedAt: '09:41' } as const;
    const { loop } = loopWith([{ ...saved, problems }, { ...saved, problems }, saved]);
    for (const expected of [problems, problems, {}]) {
      loop.change(text('a'));
      await loop.flush();
      expect(loop.problems).toEqual(expected);
    }
    const { loop: other, said } = loopWith([{ ...saved, problems }]);
    other.change(text('a'));
    await other.flush();
    other.moveTo(3, '09:50');
    expect(said.at(-1)).toEqual({ phase: 'saved', savedAt: '09:50', problems });
    other.forgetProblems();
    expect(other.problems).toEqual({});
    expect(said.at(-1)).toEqual({ phase: 'saved', savedAt: '09:50', problems: {} });
  });

  test('tells the status that the server names, with a save and with a conflict', async () => {
    const stored = { version: 2, savedAt: '09:41', stateLabel: 'Published' };
    const theirs = { ...stored, fields: text('b'), stateLabel: 'Trash' };
    const { loop, labels } = loopWith([
      { kind: 'saved', ...stored },
      { kind: 'conflict', theirs, message: '' },
    ]);
    for (const typed of ['a', 'ab']) {
      loop.change(text(typed));
      await loop.flush();
    }
    expect(labels).toEqual(['Published', 'Trash']);
  });

  test('flushing answers whether everything is saved', async () => {
    const { loop } = loopWith([{ kind: 'unreachable' }]);
    loop.change(text('a'));
    expect(await loop.flush()).toBe(false);
    expect(await loop.flush()).toBe(true);
    expect(await loop.flush()).toBe(true);
  });
});

describe('a post in the trash', () => {
  test('keeps unsaved text of a post in the trash, and saves it once the post is restored', async () => {
    const { loop, sent, states, forgotten } = loopWith([{ kind: 'trashed', version: 2 }]);
    loop.change(text('a'));
    await vi.advanceTimersByTimeAsync(2_000);
    expect([loop.isInTrash, states.at(-1)]).toEqual([true, 'trashed']);
    loop.change(text('ab'));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toHaveLength(1);
    expect(forgotten).toEqual([]);
    expect(await loop.restored(3, '09:50')).toBe(true);
    expect(sent.at(-1)).toEqual([3, 'ab']);
    expect([loop.isInTrash, states.at(-1)]).toEqual([false, 'saved']);
  });

  test.each([
    ['before it was trashed', 4, 5],
    ['after it was restored', 2, 4],
  ])('does not overwrite a text that was changed elsewhere %s', async (_, version, restored) => {
    const { loop, sent } = loopWith([{ kind: 'trashed', version }]);
    loop.change(text('mine'));
    await vi.advanceTimersByTimeAsync(2_000);
    await loop.restored(restored, '09:50');
    expect(sent.at(-1)).toEqual([1, 'mine']);
  });
});
