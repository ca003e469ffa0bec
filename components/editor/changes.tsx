import { useText } from '#text';
import { fieldLabels, type EditorFieldName, type EditorFields } from './fields';

type Version = { name: string; fields: EditorFields };
type Part = { kind: 'same' | 'gone' | 'new'; text: string };

type Props = { names: readonly EditorFieldName[]; from: Version; to: Version };

/** The fields in which two versions of a post differ, side by side. */
export function ChangedFields({ names, from, to }: Props) {
  const t = useText();
  const said = (value: EditorFields[EditorFieldName]) => {
    if (typeof value === 'boolean') return value ? t('Yes') : t('No');
    return (Array.isArray(value) ? t('{count} of them', { count: value.length }) : value) || t('Empty');
  };
  return (
    <div className="table-wrap">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{t('Field')}</th>
            <th scope="col">{from.name}</th>
            <th scope="col">{to.name}</th>
          </tr>
        </thead>
        <tbody>
          {names.map((name) => (
            <tr key={name}>
              <th scope="row">{t(fieldLabels[name])}</th>
              <td dir="auto">{said(from.fields[name])}</td>
              <td dir="auto">{said(to.fields[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A line of text with what was taken from it and what was added. */
export function ChangedLine({ parts }: { parts: readonly Part[] }) {
  return (
    <p>
      {parts.map(({ kind, text }, at) => {
        const Word = ({ same: 'span', gone: 'del', new: 'ins' } as const)[kind];
        // oxlint-disable-next-line react/no-array-index-key -- parts have no identity but their place
        return <Word key={at}>{text}</Word>;
      })}
    </p>
  );
}
