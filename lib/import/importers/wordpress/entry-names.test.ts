import { expect, test } from 'vitest';
import { locationOfEntry } from '../../archives/entry-names';
import { placeOf, wholeFileOf } from './entry-names';

test.each([
  ['wp-content/uploads/2024/03/a.jpg', '2024/03/a.jpg'],
  ['site/public_html/wp-content/uploads/2024/03/a.jpg', '2024/03/a.jpg'],
  ['/var/www/wp-content/uploads/a.jpg', 'a.jpg'],
  ['./uploads/2024/03/a.jpg', '2024/03/a.jpg'],
  ['uploads/logo.png', 'logo.png'],
  ['2024/03/a.jpg', '2024/03/a.jpg'],
  ['media-export-1/2024/03/a.jpg', '2024/03/a.jpg'],
  ['wp-content\\uploads\\2024\\03\\a.jpg', '2024/03/a.jpg'],
  ['wp-content/uploads/sites/2/2024/03/a.jpg', '2024/03/a.jpg'],
  ['wp-content/blogs.dir/7/files/2011/03/a.jpg', '2011/03/a.jpg'],
  ['wp-content/uploads/2024/03/feed.xml', '2024/03/feed.xml'],
  ['2024/03/cafe\u0301.jpg', '2024/03/café.jpg'],
  ['logo.png', 'logo.png'],
  ['2024/13/a.jpg', '2024/13/a.jpg'],
])('%s is the upload %s', (entry, name) => expect(locationOfEntry(entry, { placeOf })).toEqual({ as: 'file', name }));

test.each(['site.wordpress.2024-01-01.xml', 'export/part.000.XML', './a.xml'])('%s may be an export', (entry) =>
  expect(locationOfEntry(entry, { placeOf })).toEqual({ as: 'export' }),
);

test.each([
  ['../../etc/passwd', 'outside'],
  ['uploads/../../a.jpg', 'outside'],
  ['..\\..\\windows\\a.jpg', 'outside'],
  ['wp-content/uploads/2024/..', 'outside'],
  ['C:/uploads/C:a.jpg', 'outside'],
  ['2024/03/a\u0000.jpg', 'outside'],
  [`2024/03/${'é'.repeat(200)}.jpg`, 'outside'],
  ['2024/'.repeat(300), 'outside'],
  ['__MACOSX/2024/03/._a.jpg', 'clutter'],
  ['2024/03/.DS_Store', 'clutter'],
  ['2024/03/._a.jpg', 'clutter'],
  ['uploads/.hidden/a.jpg', 'clutter'],
  ['Thumbs.db', 'clutter'],
  ['.htaccess', 'clutter'],
  ['', 'clutter'],
  ['/', 'clutter'],
])('%s is %s', (entry, as) => expect(locationOfEntry(entry, { placeOf })).toEqual({ as }));

test.each([
  ['2024/03/a-300x200.jpg', '2024/03/a.jpg'],
  ['2024/03/a-scaled-300x200.jpg', '2024/03/a.jpg'],
  ['2024/03/a-scaled.jpg', '2024/03/a.jpg'],
  ['2024/03/report-pdf-212x300.jpg', '2024/03/report.pdf'],
  ['2024/03/report-pdf.jpg', '2024/03/report.pdf'],
  ['2024/03/a.jpg', '2024/03/a.jpg'],
])('%s belongs to %s', (name, whole) => expect(wholeFileOf(name)).toBe(whole));
