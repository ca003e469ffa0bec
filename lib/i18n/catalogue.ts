import type { en } from './catalogues/en';
import type { PlaceholdersOf } from './placeholders';

type English = typeof en;

export type MessageKey = keyof English;

/** A language's messages. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** What a message needs besides its key. */
export type ValuesOf<Key extends MessageKey, Value = string | number> = Record<PlaceholdersOf<English[Key]>, Value>;
