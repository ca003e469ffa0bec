import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The page's one primary action, after quieter ones. */
  children?: ReactNode;
};

/** The header of an admin page: its title and its one primary action. */
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
