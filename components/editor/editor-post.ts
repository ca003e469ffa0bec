import type { FormState } from '@/lib/forms/form-state';
import type { PostState, PostType } from '@/lib/posts/post';
import type { SaveMarks } from '@/lib/posts/editing/save-marks';
import type { FieldDefinition } from '@/lib/posts/fields/field-definition';
import type { PublishRules } from '@/lib/settings/publish-rules';
import type { EditorFields } from './fields';

export type EditorCover = { src: string; width: number; height: number };
/** The featured image, and that of the card where the post is shared. */
export type EditorImages = { cover: EditorCover | null; social: EditorCover | null };

/** A post as the editor shows it. Dates are formatted in the site's time zone. */
export type EditorPost = {
  id: string;
  version: number;
  saveMarks: SaveMarks;
  type: PostType;
  state: PostState;
  /** "Scheduled 24 Nov 09:00" */
  stateLabel: string;
  savedAt: string;
  fields: EditorFields;
  chosenImages: EditorImages;
  /** Its public URL. */
  address: string;
  /** How many pages stand below this one, at any level. */
  pagesBelow: number;
  /** Whether there are unpublished changes. */
  hasPending: boolean;
  /** The value of a datetime-local field; "" for none. */
  publishAt: string;
  /** The date that the post keeps unless another is chosen, in words; "" if it gets a new one. */
  keptDate: string;
  unpublishAt: string;
  revisions: { id: string; when: string; who: string; what: string }[];
  previews: { id: string; when: string; until: string }[];
};

export type EditorSite = {
  /** In which posts are written. */
  language: string;
  timeZone: string;
  zoneName: string;
  users: { id: string; name: string }[];
  /** The newest images of the library, for the form without JavaScript. */
  images: { id: string; name: string }[];
  /** Slot placements of this page type. */
  placements: { id: string; name: string }[];
  /** The slots between paragraphs, to which a spot in the text may refer. */
  slots: { id: string; name: string }[];
  /** The pages that this page may stand below. */
  parents: { id: string; name: string; address: string }[];
  tags: string[];
  /** Titles. */
  series: string[];
  /** What search engines and social networks show besides. */
  sharing: { siteName: string; host: string; drawsCards: boolean; image: EditorCover | null };
  mayChooseAuthors: boolean;
  /** Who may not hands in for review. */
  mayPublish: boolean;
  /** This post, if HTML that runs in a closed frame may be added to it. */
  framesOf: string | null;
  /** What is checked before publishing. */
  rules: PublishRules;
  signInHref: string;
  listHref: string;
};

/** Whether this user's editor has the field. */
export function isOffered(
  { onlyFor, isForEditors }: FieldDefinition,
  { post, site }: { post: Pick<EditorPost, 'type'>; site: Pick<EditorSite, 'mayChooseAuthors'> },
) {
  return (!onlyFor || onlyFor === post.type) && (!isForEditors || site.mayChooseAuthors);
}

export type EditorAction = (state: FormState, form: FormData) => Promise<FormState>;

/** The editor's server actions. All take `id`; those that change the text take `version`. */
export type EditorActions = {
  publish: EditorAction;
  handIn: EditorAction;
  takeBack: EditorAction;
  unpublish: EditorAction;
  trash: EditorAction;
  restore: EditorAction;
  discard: EditorAction;
  restoreRevision: EditorAction;
  createPreview: EditorAction;
  revokePreviews: EditorAction;
};
