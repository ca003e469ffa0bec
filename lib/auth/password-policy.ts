export const PASSWORD_LENGTH = { least: 8, most: 128 };

export const passwordHint = 'At least 8 characters; 15 or more are better. Any characters, including spaces.';

const stand: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** Why a password is unacceptable, or null. No character classes: length is what helps. */
export async function passwordProblem(password: string, user: { name: string; email: string }): Promise<string | null> {
  const length = [...password].length;
  if (length < PASSWORD_LENGTH.least) return 'Use at least 8 characters.';
  if (length > PASSWORD_LENGTH.most) return 'Use at most 128 characters.';
  const plain = fold(password);
  if (isMonotonous(plain)) return 'This password follows a simple pattern. Please choose another one.';
  if (isAboutThem(plain, user)) return 'Please choose a password that is not your own name or e-mail address.';
  if (await isCommon(plain)) return 'This password is too common. Please choose another one.';
  return null;
}

function fold(text: string) {
  return text.normalize('NFKC').toLowerCase();
}

function isMonotonous(text: string) {
  if (new Set(text).size <= 2 || /^(.{1,4})\1+.?$/u.test(text)) return true;
  const steps = new Set([...text].slice(1).map((character, index) => character.charCodeAt(0) - text.charCodeAt(index)));
  return steps.size === 1 && Math.abs([...steps][0] ?? 0) <= 1;
}

// Loaded on demand: the list takes a few megabytes.
async function isCommon(text: string) {
  const { commonPasswords } = await import('./common-passwords');
  const bare = text.replace(/^\P{L}+|\P{L}+$/gu, '');
  const candidates = [text, bare, unmasked(text), unmasked(bare), unmasked(text).replace(/\P{L}+$/u, '')];
  if (bare === '') return isRow(text);
  return candidates.some((candidate) => commonPasswords.has(candidate) || commonPasswords.has(lettersOf(candidate)));
}

function lettersOf(text: string) {
  return text.replace(/\P{L}/gu, '');
}

// Short dates, telephone numbers and rows of keys are easily guessed.
function isRow(text: string) {
  return text.length < 15;
}

function unmasked(text: string) {
  return text.replace(/[013457@$!]/g, (sign) => stand[sign] ?? sign);
}

function isAboutThem(text: string, { name, email }: { name: string; email: string }) {
  const known = [email, email.split('@')[0] ?? '', name, name.replace(/\s+/g, ''), ...name.split(/\s+/)].map(fold);
  let rest = text;
  for (const part of known.filter((part) => part.length >= 3).sort((a, b) => b.length - a.length)) {
    rest = rest.replaceAll(part, '');
  }
  return rest.length < text.length && lettersOf(rest).length < 4;
}
