/** The placeholders of a message in ICU syntax, as a type: "count" and "name" of "{count, plural, one {…} other {…}} of {name}". */
export type PlaceholdersOf<Message extends string> = Message extends `${infer Before}{${infer After}`
  ? (Before extends `${string}, plural, one ` | `${string}} other ` ? never : NameIn<After>) | PlaceholdersOf<After>
  : never;

type NameIn<After extends string> = After extends `${infer Inside}}${string}`
  ? Inside extends `${infer Name},${string}`
    ? Name
    : Inside
  : never;
