import { useText } from '#text';
import type { LooksChoice } from './looks-choices';

type Props = { choice: LooksChoice; chosen: string };

/** One of several, each with a small drawing or a sample. */
export function ChoiceCards({ choice: { name, label, hint, options }, chosen }: Props) {
  const t = useText();
  return (
    <fieldset className="field choice-cards">
      <legend className="label">{t(label)}</legend>
      {hint && <p className="field__hint">{t(hint)}</p>}
      <div className="choice-cards__all">
        {options.map((option) => (
          <label key={option.value} className="choice-card">
            <input type="radio" name={name} value={option.value} defaultChecked={option.value === chosen} />
            {option.drawing && <Drawing path={option.drawing} />}
            {option.colours && <Colours colours={option.colours} />}
            <span
              className="choice-card__name"
              style={option.font ? { fontFamily: option.font, fontSize: 'var(--text-m)' } : undefined}
            >
              {t(option.label)}
            </span>
            {option.hint && <span className="field__hint">{t(option.hint)}</span>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Drawing({ path }: { path: string }) {
  return (
    <svg className="choice-card__drawing" viewBox="0 0 60 40" aria-hidden="true">
      <path d={path} />
    </svg>
  );
}

function Colours({ colours }: { colours: readonly string[] }) {
  return (
    <span className="choice-card__colours" aria-hidden="true">
      {colours.map((colour) => (
        <span key={colour} style={{ backgroundColor: colour }} />
      ))}
    </span>
  );
}
