import { expect, test } from 'vitest';
import { startProcessorTime } from '@/tests/setup/processor-time';
import { findBrokenParts } from './broken-code';

test.each([
  ['<div><b>Ropes</b>', '<div> is opened and never closed.'],
  ['<div><ins class="x">', '<div>, <ins> are opened and never closed.'],
  ['<DIV>Ropes', '<div> is opened and never closed.'],
  ['<div/>Ropes', '<div> is opened and never closed.'],
  ['<a href="https://a.example>Ropes</a>', 'A quotation mark (") is missing in the tag <a'],
  ["<a href='https://a.example>Ropes</a>", "A quotation mark (') is missing in the tag <a"],
  ['<a href="https://a.example>Ropes</a><img src="https://a.example/x">', 'A quotation mark (") is missing'],
  ['<b>Ropes</b><img src=x', 'The tag <img is never closed: > is missing.'],
  ['<b>Ropes</b', 'The tag </b is never closed: > is missing.'],
  ['<script>go()', '<script> is never closed: </script> is missing'],
  ['<script src="https://a.example/s.js" />', '<script> is never closed'],
  ['<iframe src="https://a.example">', '<iframe> is never closed'],
  ['<style>p{}', '<style> is never closed'],
  ['<!-- Ropes', 'A comment is never closed: --> is missing'],
  ['<script>x("<script></script>")</script>', 'A script ends inside one of its strings'],
  ["<script>x('</script>')</script>", 'A script ends inside one of its strings'],
  ['<script>x(`</SCRIPT >`)</script>', 'A script ends inside one of its strings'],
])('%s is reported', (code, words) => {
  expect(findBrokenParts(code).join(' ')).toContain(words);
});

test.each([
  '',
  'Ropes & knots < sails',
  '<a href="https://a.example"><img src="https://a.example/x.png" alt="“Nets” > all"></a>',
  '<p>One<p>Two<ul><li>One<li>Two</ul><br/><hr>',
  '<table><tr><td>1<td>2</table>',
  '<!-- <div> --><script async src="https://a.example/s.js"></script>',
  '<script>var s = "<\\/script>"; // it\'s fine\n/* don\'t */ x = y.replace(/["\']/g, ""); z = a / b;</script>',
  '<script>x = `a${ `b` }"`; y = "it\'s";</script>',
  '<script><!--\nx("<div>");\n//--></script>',
  '<svg><path d="M0 0"/><title>x</title></svg>',
  '<b><i>crossed</b></i>',
  "<div data-x='{\"a\":1}' title=it's>x</div>",
  '<input value="a"b>',
])('%s is whole', (code) => {
  expect(findBrokenParts(code)).toEqual([]);
});

test.each([
  '<div ',
  '<',
  '<a x="',
  '<!--',
  '<script>',
  '<script></script>',
  '</',
  '<script>/',
  '="',
  "<script>'",
  '<svg>',
])('examines code of nothing but "%s" in linear time', (piece) => {
  const code = piece.repeat(100_000 / piece.length);
  findBrokenParts(code.slice(0, 1_000));
  const processorTime = startProcessorTime();
  findBrokenParts(code);
  expect(processorTime()).toBeLessThan(400);
});
