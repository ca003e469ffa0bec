import { expect, test } from 'vitest';
import { plainFileName } from './plain-file-name';

test.each([
  ['export (1).xml', 'export _1_.xml'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['.htaccess', 'htaccess'],
  ['C:\\Users\\me\\e\u0301t\u00e9.xml', 'C__Users_me_\u00e9t\u00e9.xml'],
  ['...', 'file'],
  [`${'a'.repeat(200)}.zip`, `${'a'.repeat(76)}.zip`],
])('%s is kept as %s', (name, kept) => {
  expect(plainFileName(name)).toBe(kept);
});
