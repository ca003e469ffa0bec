import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The page's one primary act, and quieter ones before it. */
  children?: ReactNode;
};

/** The head of a page in the admin: its title and its one primary act. */
export function PageHeader({ title, lead, children }: Props) {
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {lead && <p className="page-header__lead">{lead}</p>}
      </div>
      {children && <div className="page-header__actions">{children}</div>}
    </header>
  );
}
