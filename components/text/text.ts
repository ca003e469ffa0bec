import { createElement, Fragment, type ReactNode } from 'react';
import type { AdminText } from '@/lib/i18n/admin/admin-text';
import type { PlaceholdersOf } from '@/lib/i18n/placeholders';

type Tag = (inside: ReactNode) => ReactNode;
type Values<Message extends string> = Record<PlaceholdersOf<Message>, ReactNode> & Record<string, ReactNode | Tag>;

/** The admin's texts, for what is drawn. */
export type Text = AdminText & {
  /** A text with elements: `t.rich('Read <link>the guide</link>.', { link: (inside) => <a href={…}>{inside}</a> })`. */
  rich: <Message extends string>(message: Message, values: Values<Message>) => ReactNode;
};

/** Texts that can hold elements. */
export function drawn(text: AdminText): Text {
  const rich = (message: string, values: Record<string, unknown>) => together(text.parts(message, withNodes(values)));
  return Object.assign(text.bind(null), { ...text, rich }) as Text;
}

function withNodes(values: Record<string, unknown>) {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'function' ? (inside: unknown[]) => (value as Tag)(together(inside)) : value,
    ]),
  );
}

function together(parts: unknown[]): ReactNode {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return createElement(Fragment, null, ...(parts as ReactNode[]));
}
