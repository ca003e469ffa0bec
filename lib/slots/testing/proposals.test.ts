import { expect, test } from 'vitest';
import { proposalsOf, type Tested } from './proposals';
import type { TestResult } from './test-result';

const calls = { writes: 0, focus: 0, scrolls: 0, entries: 0, popups: 0, dialogs: 0, storage: 0 };
const costs = { hosts: [], requests: 0, bytes: 0, hidden: 0, longTasks: 0, longTaskMs: 0, shift: 0 };

const result = (more: Partial<TestResult> = {}): TestResult => ({
  isolation: 'sandboxed',
  ...calls,
  ...costs,
  errors: [],
  refused: [],
  leaves: [],
  sizes: [{ frame: 728, width: 300, height: 250 }],
  silent: 0,
  ...more,
});

const proposed = (more: Partial<Tested>) =>
  proposalsOf({
    code: '<script>draw()</script>',
    isolation: 'sandboxed',
    result: result(),
    box: { width: 728, height: 250 },
    hasFrameOrigin: true,
    ...more,
  });

test('a size is proposed where the code drew another than it states and than its box has', () => {
  expect(proposed({})).toEqual([
    'Proposed size: 300\u00a0×\u00a0250. That is what it drew, and its code states no size.',
  ]);
  const stating = (width: number, height: number) => `<div style="width:${width}px;height:${height}px">x</div>`;
  expect(proposed({ code: stating(300, 600) })).toEqual([
    'Proposed size: 300\u00a0×\u00a0250. That is what it drew, although its code says 300\u00a0×\u00a0600.',
  ]);
  expect(proposed({ code: stating(300, 250) })).toEqual([]);
  const own = result({ sizes: [{ frame: 300, width: 300, height: 250 }] });
  expect(proposed({ box: { width: 300, height: 250 }, result: own })).toEqual([]);
});

test('content that adapts to its box needs another size only if it is higher', () => {
  const fluid = (height: number) => result({ sizes: [{ frame: 728, width: 728, height }] });
  expect(proposed({ result: fluid(40) })).toEqual([]);
  expect(proposed({ result: fluid(400) })[0]).toContain('Proposed size: 728\u00a0×\u00a0400.');
  expect(proposed({ result: result({ sizes: [] }) })).toEqual([]);
});

test('another place to run is proposed with its reason, unless the network has its own rule', () => {
  const sized = { code: '<div style="width:300px;height:250px">x</div>' };
  expect(proposed({ ...sized, isolation: 'in-page' })).toEqual([
    'Proposed: Isolated frame. It drew its content in a frame without an error, so it does not need the page.',
  ]);
  expect(proposed({ ...sized, isolation: 'in-page', result: result({ writes: 1 }) })[0]).toContain('document.write');
  expect(proposed({ ...sized, isolation: 'in-page', result: result({ errors: ['x'] }) })).toEqual([]);
  const stores = result({ storage: 2 });
  expect(proposed({ ...sized, result: stores })[0]).toContain(
    'Proposed: Frame on a second domain. It stores something',
  );
  expect(proposed({ ...sized, result: stores, hasFrameOrigin: false })).toEqual([]);
  const adsense =
    '<script async src="https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1" crossorigin="anonymous"></script><ins class="adsbygoogle" style="display:inline-block;width:300px;height:250px" data-ad-client="ca-pub-1" data-ad-slot="2"></ins><script>(adsbygoogle = window.adsbygoogle || []).push({});</script>';
  expect(proposed({ code: adsense, isolation: 'in-page' })).toEqual([]);
});
