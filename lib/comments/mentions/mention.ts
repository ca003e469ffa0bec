import { escapeHtml } from '@/lib/html/escaping';
import { paths } from '@/lib/web/paths';

/** More people are not mentioned in one comment. */
export const MAX_MENTIONS = 10;

/** How a mention looks: as a link to a page that everybody can open, or as a name. */
export type Shown = { name: string; slug: string; hasProfile: boolean };
/** A person who can be mentioned in a thread, and what is typed after the sign: their name, or the slug of their profile. */
export type Mentionable = { userId: string; typed: string } & Shown;
/** As a list offers somebody: by what to type. */
export type OfferedPerson = { name: string; typed: string };
/** `found` says "{count}" where the number of people stands. */
export type OfferedPeople = { people: OfferedPerson[]; words: { label: string; found: string; keys: string } };

/** In one text; more signs than anybody writes are not looked at. */
const MAX_SIGNS = 40;
const MAX_NAME = 80;
/** Of each sign: a name has few words. */
const MAX_ENDS = 12;

/** A letter next, or a hyphen and a letter: “Anna” ends before neither. */
const continues = /^[-\u2010\u2011]?[\p{L}\p{M}\p{N}_]/u;
/** What keyboards and typesetters write for one sign. */
const apostrophes = ["'", '’', 'ʼ'];
const anyApostrophe = new RegExp(`[${apostrophes.join('')}]`, 'g');
/** Before the sign: part of a word or of an address otherwise. */
const joins = /[\p{L}\p{M}\p{N}_@./:+-]$/u;

/** A mention in the HTML of a comment. Somebody’s next name replaces it as text: see `replaceMentionsOf`. */
export function mentionHtml({ name, slug, hasProfile }: Shown) {
  const label = `@<bdi>${escapeHtml(name)}</bdi>`;
  if (!hasProfile) return `<span class="mention">${label}</span>`;
  return `<a class="mention" href="${escapeHtml(paths.profile(slug))}" rel="nofollow">${label}</a>`;
}

/** What stays of a mention when its account is deleted. */
export function formerMentionHtml({ name }: Shown) {
  return `@${escapeHtml(name)}`;
}

/** Everything that may be a name after a sign, as long as its words go on, as SQL's LOWER may write it. */
export function possibleNames(text: string): string[] {
  const starts = signsIn(text).slice(0, MAX_SIGNS);
  return [...new Set(starts.flatMap((start) => namesAt(text, start)).flatMap(spellingsOf))];
}

/** A text and the mentions in it, in their order; of several that fit, the longest name, and the one spelled so. */
export function splitAtMentions<Person extends { typed: string }>(text: string, people: readonly Person[]) {
  const longestFirst = people.toSorted((a, b) => b.typed.length - a.typed.length);
  const parts: (string | Person)[] = [];
  let done = 0;
  for (const start of signsIn(text)) {
    const fitting = start > done ? longestFirst.filter(({ typed }) => isNamedAt(text, start, typed)) : [];
    const longest = fitting.filter(({ typed }) => typed.length === fitting[0]?.typed.length);
    const person = longest.find(({ typed }) => text.startsWith(typed, start)) ?? longest[0];
    if (!person) continue;
    parts.push(text.slice(done, start - 1), person);
    done = start + person.typed.length;
  }
  return [...parts, text.slice(done)];
}

/** Where a name may begin: behind each sign that begins a word. */
function signsIn(text: string) {
  const starts: number[] = [];
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    if (!joins.test(text.slice(Math.max(0, at - 2), at))) starts.push(at + 1);
  }
  return starts;
}

function isNamedAt(text: string, start: number, typed: string) {
  const end = start + typed.length;
  return sameSpelling(text.slice(start, end)) === sameSpelling(typed) && !continuesAt(text, end);
}

/**
 * A name as the database may hold it where it knows only the small letters of ASCII, as SQLite does: with any apostrophe, one in
 * all its places, and with other letters small, as typed, large or large at the beginning of words.
 */
function spellingsOf(name: string) {
  const lower = name.toLowerCase();
  const initials = lower.replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const cased = [name, lower, initials, name.toUpperCase()].map(inSmallAscii);
  return [...new Set(cased)].flatMap((each) => [each, ...apostrophes.map((sign) => each.replace(anyApostrophe, sign))]);
}

function inSmallAscii(text: string) {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** A name in small letters and with one sign for all apostrophes, to compare it with another. */
export function sameSpelling(text: string) {
  return text.replace(anyApostrophe, "'").toLowerCase();
}

function namesAt(text: string, start: number) {
  const line = text.slice(start, start + MAX_NAME + 2).split('\n', 1)[0] ?? '';
  const names: string[] = [];
  for (let end = 1; end <= Math.min(line.length, MAX_NAME) && names.length < MAX_ENDS; end += 1) {
    const name = line.slice(0, end);
    if (!continuesAt(line, end) && name.trim() === name) names.push(name);
  }
  return names;
}

function continuesAt(text: string, at: number) {
  // A letter may be two units long.
  return continues.test(text.slice(at, at + 3));
}
