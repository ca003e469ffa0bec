import type { PostType } from '../post';

/** What the fields of each kind hold. Their schemas, empty values and columns are in field-kinds.ts. */
export type FieldValues = {
  line: string;
  lines: string;
  html: string;
  slug: string;
  url: string;
  language: string;
  choice: string;
  flag: boolean;
  /** ISO 8601, or empty. */
  moment: string;
  image: string | null;
  tags: string[];
  users: string[];
  placements: string[];
};

export type FieldKind = keyof FieldValues;

/** The parts of the editor, in the order of its forms. The sheet is the page that is written on. */
export const fieldGroups = ['document', 'details', 'cover', 'options', 'search'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** What is said of a field of any kind. */
export type FieldFacts = {
  /** What it is called in forms, in messages and where two versions are compared. */
  label: string;
  /** Null: no form has it. */
  group: FieldGroup | null;
  /** The column of Post with the same name holds it. Otherwise post-record.ts says where it is stored. */
  column: boolean;
  /** Readers' pages, feeds and previews are given it; `isInLists`: lists of posts as well. */
  isPublic: boolean;
  isInLists?: boolean;
  /** A published post was updated, for readers, when this has changed. */
  countsAsChange: boolean;
  hint?: string;
  /** What it is called in the Details drawer, where the words around it say more. */
  drawerLabel?: string;
  /** Only this type of post has it. */
  onlyFor?: PostType;
  /** Only users who may edit all posts can change it. */
  isForEditors?: boolean;
  /** The drawer leaves it out until this is so; a form without a script has it always. */
  isShown?: (fields: { adsMode: string; pinned: boolean }) => boolean;
};

export type FieldDefinition = FieldFacts &
  (
    | {
        kind: 'line' | 'lines';
        longest: number;
        /** How a refusal begins: "The caption". */
        subject: string;
        /** One line that may take several on the screen. */
        isLong?: boolean;
      }
    | { kind: 'url'; subject: string }
    | { kind: 'choice'; options: Readonly<Record<string, string>>; initial: string; refusal: string }
    | { kind: 'flag'; /** As a choice of two, in a form without a script. */ states?: FlagStates }
    | { kind: Exclude<FieldKind, 'line' | 'lines' | 'url' | 'choice' | 'flag'> }
  );

type FlagStates = { label: string; on: string; off: string };
