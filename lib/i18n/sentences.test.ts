import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { en } from './catalogues/en';
import { refusalOf } from '@/lib/media/format';
import { sentences } from '@/lib/media/media';
import { sentenceIn } from './sentences';

test.each([
  ['de', 'Write something first.', 'Schreiben Sie zuerst etwas.'],
  ['de', 'This conversation is locked: Too hot (for now).', 'Diese Diskussion ist gesperrt: Too hot (for now).'],
  [
    'de',
    'A comment can have at most 10,000 characters. Yours has 12,345.',
    'Ein Kommentar darf höchstens 10.000 Zeichen haben. Ihrer hat 12.345.',
  ],
  ['fr', 'Too many attempts. Please try again in 2 minutes.', 'Trop de tentatives. Veuillez réessayer dans 2 minutes.'],
  ['ar', 'Too many attempts. Please try again in 1 second.', 'محاولات كثيرة جدًا. أعد المحاولة بعد ثانية.'],
  ['en-GB', 'Write something first.', 'Write something first.'],
  ['pl', 'Write something first.', 'Write something first.'],
  ['de', 'Nobody translated this.', 'Nobody translated this.'],
])('in %s, “%s” is “%s”', (language, sentence, said) => {
  expect(sentenceIn(language, sentence)).toBe(said);
});

/** Where readers are refused something, or told what was done. */
const readersRules = [
  'lib/comments/comment.ts',
  'lib/comments/editing.ts',
  'lib/comments/submission.ts',
  'lib/users/publishing-by-mail.ts',
  'lib/users/user.ts',
  'lib/auth/email.ts',
  'lib/auth/password-policy.ts',
  'lib/auth/guards.ts',
  'lib/auth/identity.ts',
  'lib/comments/reports/report.ts',
  'lib/comments/reports/reporting.ts',
  'lib/comments/statements/appealing.ts',
  'lib/corrections/suggesting.ts',
  'lib/mail/delivery.ts',
  'lib/mutes/muting.ts',
  'lib/notifications/following.ts',
  'lib/notifications/notification.ts',
  'lib/notifications/unsubscribing.ts',
  'lib/users/claiming.ts',
  'lib/users/gravatar.ts',
  'lib/users/names.ts',
  'lib/users/passkeys.ts',
  'lib/users/passwords.ts',
  'lib/users/pictures.ts',
  'lib/users/profile.ts',
  'lib/users/sign-in.ts',
  'lib/users/sign-up.ts',
  'app/(auth)/account/actions.ts',
  'app/(auth)/account/decisions/actions.ts',
  'app/(auth)/account/muted/actions.ts',
  'app/(auth)/account/notifications/actions.ts',
  'app/(auth)/account/passkey-actions.ts',
  'app/(auth)/account/picture/actions.ts',
  'lib/forms/honeypot.ts',
  'app/(site)/[slug]/actions.ts',
  'app/(live)/[slug]/follow/actions.ts',
];
/** What only staff meet there. */
const ofStaff = /^Choose at least one comment|^This appeal|^You made this decision|^This user does not exist/;

test.each(readersRules)('every sentence of %s is in the catalogues', (file) => {
  const sentences = [...readFileSync(file, 'utf8').matchAll(/'([A-Z][^'\n]+\.)'/g)].map(([, sentence]) => sentence!);
  expect(sentences.length).toBeGreaterThan(0);
  const known = new Set<string>(Object.values(en));
  expect(sentences.filter((sentence) => !known.has(sentence) && !ofStaff.test(sentence))).toEqual([]);
});

/** What a reader may hear about a picture of their own. */
const pictureRefusals = [
  ...Object.values(sentences),
  ...['<svg xmlns="x">', 'II*\0', 'BM1234\0\0\0\0', '\0\0\x01\0', '8BPS', '%PDF-1.7', '\x1aE\xdf\xa3', 'words'].map(
    (file) => refusalOf(Buffer.from(file, 'latin1')),
  ),
];

test.each(pictureRefusals)('readers of every language understand why a picture is refused: %s', (sentence) => {
  const said = ['de', 'fr', 'es', 'ja', 'ar'].map((language) => sentenceIn(language, sentence));
  expect(new Set([sentence, ...said]).size).toBe(6);
});
