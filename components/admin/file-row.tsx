import type { ReactNode } from 'react';
import { useText } from '#text';
import { RowCheck } from './bulk-form';
import { paths } from '@/lib/web/paths';

export type ListedFile = {
  id: string;
  fileName: string;
  /** Its type, size, day and uploader. */
  facts: string[];
  uses: number;
};

type Props = {
  file: ListedFile;
  isSelectable?: boolean;
  /** What can be done with it. */
  children?: ReactNode;
};

/** One file in the list: name, type, size, day, uploader, and how many posts link to it. */
export function FileRow({ file, isSelectable = false, children }: Props) {
  const t = useText();
  const { uses } = file;
  return (
    <li className="row">
      {isSelectable && <RowCheck id={file.id} name={file.fileName} />}
      <div className="row__main">
        <a className="row__title" href={paths.admin.file(file.id)} dir="auto">
          {file.fileName}
        </a>
        <p className="row__meta">{file.facts.join(' · ')}</p>
      </div>
      <div className="row__side">
        <span className="quiet">
          {uses === 0 ? t('Unused') : t('Used in {count, plural, one {# post} other {# posts}}', { count: uses })}
        </span>
        {children}
      </div>
    </li>
  );
}
