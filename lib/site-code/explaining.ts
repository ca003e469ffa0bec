import { msg } from '@/lib/i18n/admin/msg';
import { recogniseSiteCode } from './providers';

const unknown = [
  msg('This code is of no provider that is known here.'),
  msg('It can read and change every page, act as a reader who is signed in, and send what it sees to anyone.'),
  msg('Choose what readers must have allowed before it runs.'),
];

/** What is known of pasted code before it runs: sentences that say what it is, what it sees and what it needs. */
export function explainSiteCode(code: string): string[] {
  const found = recogniseSiteCode(code);
  if (!found) return unknown;
  return [
    `This is the code of ${found.provider}.`,
    ...found.sees,
    found.need === 'none'
      ? msg('It usually needs no consent, because it keeps nothing in browsers.')
      : msg('It needs consent to analytics.'),
  ];
}
