import type { ReactNode } from 'react';
import { ActionForm } from '@/components/comments/action-form';
import type { Action } from '@/components/ui/action-errors';

type Props = { id: string; href: string; isRead: boolean; action: Action; children: ReactNode };

/**
 * Leads to what somebody was told of. What is new is marked as read by the way, so it is a button: a link is followed by
 * scanners and ahead of time, and may change nothing.
 */
export function Opening({ id, href, isRead, action, children }: Props) {
  if (isRead) return <a href={href}>{children}</a>;
  return (
    <ActionForm action={action} fields={{ id }}>
      <button className="notification__open">{children}</button>
    </ActionForm>
  );
}
