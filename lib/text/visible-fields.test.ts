import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bodySchema } from '../comments/comment';
import { parseQueueFilter } from '../comments/queue-filter';
import { mediaFields } from '../media/media';
import { nameField } from '../users/user';
import { postFields } from '../posts/fields/post-fields';
import { titleOf } from '../posts/title';
import { settingsRules } from '../settings/settings';
import { creativeDraftSchema } from '../slots/creative';
import { slotSettingsSchema } from '../slots/slot';

const post = postFields.partial();
const text = {
  kind: 'text',
  headline: 'Ropes',
  text: '',
  callToAction: '',
  linkUrl: 'https://a.example',
  startsAt: null,
};
const image = { kind: 'image', mediaId: 'a', alt: '', linkUrl: 'https://a.example', startsAt: null, endsAt: null };

/** Whether each field takes this for nothing, one way or the other: an empty value, or a refusal. */
const takenForNothing: Record<string, (typed: string) => boolean> = {
  'a comment': (body) => !bodySchema.safeParse(body).success,
  'a person': (name) => !nameField.safeParse(name).success,
  'a site': (name) => !settingsRules.siteName.safeParse(name).success,
  'a tagline': (line) => settingsRules.tagline.parse(line) === '',
  'a title': (title) => post.parse({ title }).title === '',
  'a title in a list': (title) => titleOf({ title }) === 'Untitled',
  'a subtitle': (subtitle) => post.parse({ subtitle }).subtitle === '',
  'an excerpt': (excerpt) => post.parse({ excerpt }).excerpt === '',
  'a tag': (tag) => post.parse({ tags: [tag] }).tags?.length === 0,
  'the alt text of a cover': (coverAlt) => post.parse({ coverAlt }).coverAlt === '',
  'a picture': (alt) => mediaFields.parse({ alt }).alt === '',
  'a caption': (caption) => mediaFields.parse({ caption }).caption === '',
  'the label of a slot': (label) => slotSettingsSchema.shape.label.parse(label) === '',
  'a headline': (headline) => !creativeDraftSchema.safeParse({ ...text, endsAt: null, headline }).success,
  'the alt text of a slot': (alt) => !creativeDraftSchema.safeParse({ ...image, alt }).success,
  'a search': (search) => parseQueueFilter({ search }).search === '',
};

const nothing = fc
  .array(
    fc.constantFrom(
      ' ',
      '\n',
      '\u00A0',
      '\u00AD',
      '\u200B',
      '\u200D',
      '\u202E',
      '\u2800',
      '\u3164',
      '\uFE0F',
      '\uFFA0',
    ),
  )
  .map((signs) => signs.join(''));

test.each(Object.keys(takenForNothing))(
  '%s of invisible characters is nothing, with a letter it is something',
  (field) => {
    fc.assert(
      fc.property(nothing, nothing, (before, after) => {
        expect(takenForNothing[field]!(before)).toBe(true);
        expect(takenForNothing[field]!(`${before}x${after}`)).toBe(false);
      }),
    );
  },
);
