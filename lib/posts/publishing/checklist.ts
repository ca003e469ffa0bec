import { publishRuleNames, type PublishRule, type PublishRules, type RuleLevel } from '@/lib/settings/publish-rules';
import type { PostType } from '../post';

/** What the rules of the check list look at. */
export type CheckedPost = {
  type: PostType;
  coverId: string;
  coverAlt: string;
  excerpt: string;
  tags: readonly string[];
  seoDescription: string;
  bodyHtml: string;
  words: number;
  openNotes: number;
};

/** A rule that a post breaks, in an English sentence for `t.said`. */
export type Check = { rule: PublishRule; level: Exclude<RuleLevel, 'off'>; sentence: string };

const findings: Record<PublishRule, (post: CheckedPost, rules: PublishRules) => (string | false)[]> = {
  cover: ({ coverId }) => [coverId === '' && 'It has no featured image.'],
  excerpt: ({ excerpt }) => [
    excerpt.trim() === '' && 'It has no excerpt: lists and search engines will show its first lines.',
  ],
  tag: ({ type, tags }) => [type === 'post' && tags.length === 0 && 'It has no tag.'],
  alt: ({ coverId, coverAlt, bodyHtml }) => [
    coverId !== '' && coverAlt.trim() === '' && 'The featured image has no alt text.',
    imagesWithoutAlt(bodyHtml),
  ],
  description: ({ seoDescription }) => [seoDescription.trim() === '' && 'It has no meta description.'],
  notes: ({ openNotes }) => [
    openNotes > 0 && (openNotes === 1 ? '1 note is not resolved.' : `${openNotes} notes are not resolved.`),
  ],
  fewWords: ({ words }, { least }) => [
    words < least && `It has ${inWords(words)}; at least ${least.toLocaleString('en')} are wanted.`,
  ],
  manyWords: ({ words }, { most }) => [
    words > most && `It has ${inWords(words)}; at most ${most.toLocaleString('en')} are wanted.`,
  ],
};

/** What the owner's check list says of a post. */
export function checksOf(post: CheckedPost, rules: PublishRules): Check[] {
  return publishRuleNames.flatMap((rule) => {
    const level = rules[rule];
    if (level === 'off') return [];
    return findings[rule](post, rules).flatMap((sentence) => (sentence ? [{ rule, level, sentence }] : []));
  });
}

function imagesWithoutAlt(html: string) {
  const bare = (html.match(/<img\b[^>]*>/gi) ?? []).filter((image) => !/\balt="[^"]+"/i.test(image)).length;
  if (bare === 0) return false;
  return bare === 1 ? 'An image has no alt text.' : `${bare} images have no alt text.`;
}

function inWords(count: number) {
  return count === 1 ? '1 word' : `${count.toLocaleString('en')} words`;
}
