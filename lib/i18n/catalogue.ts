import type { en } from './catalogues/en';

type English = typeof en;

export type MessageKey = keyof English;

/** A language's messages. */
export type Catalogue = Readonly<Record<MessageKey, string>>;

/** The placeholders of a message, as the English one has them: "{count, plural, one {…} other {…}} of {name}". */
type PlaceholdersOf<Message extends string> = Message extends `${infer Before}{${infer After}`
  ? (Before extends `${string}, plural, one ` | `${string}} other ` ? never : NameIn<After>) | PlaceholdersOf<After>
  : never;

type NameIn<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never;

/** What a message needs besides its key. */
export type ValuesOf<Key extends MessageKey, Value = string | number> = Record<PlaceholdersOf<English[Key]>, Value>;
