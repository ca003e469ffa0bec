import type { PostType } from '../post';

export type FieldValues = {
  line: string;
  lines: string;
  html: string;
  slug: string;
  url: string;
  language: string;
  choice: string;
  flag: boolean;
  moment: string;
  image: string | null;
  page: string | null;
  tags: string[];
  series: string;
  users: string[];
  placements: string[];
};

export type FieldKind = keyof FieldValues;

export const fieldGroups = ['document', 'details', 'cover', 'options', 'search', 'social'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

export type FieldFacts = {
  label: string;
  /** Null: in no form. */
  group: FieldGroup | null;
  /** Stored in the Post column of the same name; otherwise see post-record.ts. */
  column: boolean;
  /** Included in public pages, feeds and previews; `isInLists`: in lists of posts too. */
  isPublic: boolean;
  isInLists?: boolean;
  /** Changing it makes a published post count as updated. */
  countsAsChange: boolean;
  hint?: string;
  drawerLabel?: string;
  onlyFor?: PostType;
  isForEditors?: boolean;
  /** Whether the drawer shows it; a form without JavaScript always does. */
  isShown?: (fields: { commentsMode: string; adsMode: string; pinned: boolean }) => boolean;
};

export type FieldDefinition = FieldFacts &
  (
    | {
        kind: 'line' | 'lines';
        longest: number;
        /** The subject of its error messages: "The caption". */
        subject: string;
        isLong?: boolean;
      }
    | { kind: 'url'; subject: string }
    | { kind: 'choice'; options: Readonly<Record<string, string>>; initial: string; refusal: string }
    | { kind: 'flag'; /** As a choice of two, in a form without a script. */ states?: FlagStates }
    | { kind: Exclude<FieldKind, 'line' | 'lines' | 'url' | 'choice' | 'flag'> }
  );

type FlagStates = { label: string; on: string; off: string };
