import { IntlMessageFormat } from 'intl-messageformat';

export type MessagePart = {
  type: number;
  value?: string;
  options?: Record<string, { value: MessagePart[] }>;
  children?: MessagePart[];
};

/** The kinds of part that intl-messageformat parses a message into. */
export const messageParts = { literal: 0, plural: 6, pound: 7, tag: 8 };

/** All parts of an ICU message, those within others behind them. */
export function partsOf(message: string, language: string): MessagePart[] {
  // Most messages are plain, and there are thousands of them.
  if (!/[{<]/.test(message)) return [];
  const within = (parts: MessagePart[]): MessagePart[] =>
    parts.flatMap((part) => [
      part,
      ...within(part.children ?? []),
      ...Object.values(part.options ?? {}).flatMap(({ value }) => within(value)),
    ]);
  return within(new IntlMessageFormat(message, language).getAst() as MessagePart[]);
}

/** What a message takes: "count", "<archive>". */
export function placeholdersOf(message: string, language: string) {
  const { literal, pound, tag } = messageParts;
  const named = partsOf(message, language).filter(({ type }) => type !== literal && type !== pound);
  return new Set(named.map(({ type, value }) => (type === tag ? `<${value}>` : value)));
}
