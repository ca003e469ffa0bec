import { useId, type ComponentProps } from 'react';

type Props = Omit<ComponentProps<'input'>, 'list'> & { names: readonly string[] };

/** A text field that offers names; others can be written. */
export function NamesInput({ names, ...input }: Props) {
  const list = useId();
  return (
    <>
      <input className="input" {...input} list={list} />
      <datalist id={list}>
        {names.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </datalist>
    </>
  );
}
