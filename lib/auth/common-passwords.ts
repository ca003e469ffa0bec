import { dictionary } from '@zxcvbn-ts/language-common';

const others = `
qwertz qwertzuiop yxcvbnm wasd poiuytrewq lkjhgfdsa mnbvcxz superuser login willkommen bienvenue
ubuntu twitter instagram netflix github wordpress bvb fortnite bitcoin newsletter journalist masthead
abc abcd abcde abcdef abcdefg abcdefgh abcdefghi xyz xxx aaa zxc foo foobaz bar baz lorem ipsum
yourpassword thepassword correcthorsebatterystaple`;

/** The 49,000 most frequent leaked passwords and other first guesses, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set([
  ...dictionary['passwords-common'],
  ...others.trim().split(/\s+/),
]);
