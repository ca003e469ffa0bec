import type { ReactNode } from 'react';

type Props = {
  title: string;
  /** One sentence under the title. */
  lead?: ReactNode;
  /** The page's one primary act, and quieter ones before it. */
  children?: ReactNode;
};

/** The head of a page in the newsroom: its title and its one primary act. */
export function PageHead({ title, lead, children }: Props) {
  return (
    <header className="page-head">
      <div>
        <h1>{title}</h1>
        {lead && <p className="page-head__lead">{lead}</p>}
      </div>
      {children && <div className="page-head__acts">{children}</div>}
    </header>
  );
}
