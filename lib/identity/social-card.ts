import { createHash } from 'node:crypto';
import { accentColourOf } from '@/lib/settings/accent';
import { fontPairs, type FamilyName } from '@/lib/settings/fonts';
import type { Settings } from '@/lib/settings/settings';

export const CARD_SIZE = { width: 1200, height: 630 } as const;
/** Of the drawing: another one replaces the cards there are. */
const DRAWING = 2;
/** What the fonts have; other scripts would be drawn as empty boxes. */
const drawn = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}\p{P}\p{Zs}\p{Sc}\p{Mn}+=<>|^~§©®™°×÷]*$/u;

/** What is written on a card, and in which font: that of the site's titles. */
export type Card = { title: string; site: string; by: string; accent: string; font: FamilyName };

type CardPost = { type: string; cover: unknown; socialImage: unknown; authors: { name: string }[] };

/** The card of a post; null for one with an image of its own, for pages, and for scripts that the font lacks. */
export function cardOf(
  settings: Pick<Settings, 'siteName' | 'accentColour' | 'accentHue' | 'fontPair' | 'drawsCards'>,
  post: CardPost,
  title: string,
): Card | null {
  if (!settings.drawsCards || post.type !== 'post' || post.cover || post.socialImage) return null;
  const [author] = post.authors;
  const card = {
    title,
    site: settings.siteName,
    by: author?.name ?? '',
    accent: accentColourOf(settings),
    font: fontPairs[settings.fontPair].display,
  };
  return [card.title, card.site, card.by].every((text) => drawn.test(text)) ? card : null;
}

/** The file of a card: by its post, whose former cards it replaces, and by all that is drawn. */
export function cardFile(postId: string, card: Card) {
  const hash = createHash('sha256')
    .update(JSON.stringify([DRAWING, card.title, card.site, card.by, card.accent, card.font]))
    .digest('hex');
  return `${postId}-${hash.slice(0, 24)}.png`;
}
