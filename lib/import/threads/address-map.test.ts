import { expect, test } from 'vitest';
import { AddressMap, mapOption } from './address-map';

const pathsOf = (address: string, list = '', oldUrl: string | null = null) =>
  AddressMap.read(list, oldUrl)!.pathsOf(address);

test.each([
  ['https://www.old.example/2014/05/Boats/', ['/2014/05/boats']],
  ['https://https://old.example/boats', ['/boats']],
  ['http:////old.example//boats//', ['/boats']],
  ['old.example/boats', ['/boats']],
  ['//old.example/boats', ['/boats']],
  ['/boats/index.html', ['/boats']],
  ['https://old.example/boats?utm_source=x&amp;y=1#comments', ['/boats?utm_source=x&y=1', '/boats']],
  ['https://old.example/?p=12', ['/?p=12']],
  ['https://old.example/', []],
  ['https://old.example', []],
  ['', []],
  ['Not an address', []],
])('%s is at %j', (address, paths) => expect(pathsOf(address)).toEqual(paths));

const list = 'old.example/blog=new.example, old.example/blog/a.html=/b, http://www.third.example/=new.example/third/';

test.each([
  ['https://old.example/blog/2014/x/', ['/2014/x']],
  ['https://old.example/blog', []],
  ['https://old.example/blogger', ['/blogger']],
  ['https://old.example/blog/a.html', ['/b']],
  ['https://third.example/x?p=1', ['/third/x?p=1', '/third/x']],
])('with rules %s is at %j', (address, paths) => expect(pathsOf(address, list)).toEqual(paths));

test.each([
  ['https://new.example/x', ['/x']],
  ['https://www.new.example/x', ['/x']],
  ['https://old.example/blog/x', ['/x']],
  ['/x', ['/x']],
  ['https://other.example/x', []],
])('of a site that is told, %s is at %j', (address, paths) =>
  expect(pathsOf(address, list, 'https://new.example/')).toEqual(paths),
);

test.each(['old.example', 'a=b=c', '/x=/y', '=new.example', 'old.example='])('%j is refused', (given) =>
  expect(mapOption.problemWith(given)).toBe('It must look like old.example.org=new.example.org.'),
);

test('rules of hosts and of pages are accepted', () => {
  expect(mapOption.problemWith(list)).toBeNull();
  expect(mapOption.problemWith('')).toBeNull();
});
