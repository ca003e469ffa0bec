import { useRef } from 'react';
import { useText } from '#text';
import { Field } from '@/components/ui/field';
import { useHasScript } from '@/components/ui/has-script';
import { accentColourOf, shadesOf, TEXT_CONTRAST } from '@/lib/settings/accent';
import { readHex } from '@/lib/settings/colour';
import { msg } from '@/lib/i18n/admin/msg';
import type { PaperName } from '@/lib/settings/papers';

type Props = {
  label: string;
  value: string;
  error: string | undefined;
  /** What is chosen at this moment. */
  accentColour: string;
  /** Of before there were exact colours. */
  accentHue: number;
  paper: PaperName;
};

/** The exact accent, and what becomes of it where it could not be read. */
export function AccentField({ label, value, error, accentColour, accentHue, paper }: Props) {
  const t = useText();
  const hasScript = useHasScript();
  const all = useRef<HTMLDivElement>(null);
  const hex = readHex(accentColour);
  const pick = (colour: string) => {
    const field = all.current?.querySelector<HTMLInputElement>('[name=accentColour]');
    if (!field) return;
    field.value = colour;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <div className="accent-field" ref={all}>
      <Field
        name="accentColour"
        label={label}
        hint={t('For links, focus outlines and primary buttons. In hexadecimal, such as #8a2b1e.')}
        error={error}
        defaultValue={value}
        autoComplete="off"
        spellCheck={false}
        dir="ltr"
        maxLength={20}
      />
      {hasScript && (
        <input
          type="color"
          aria-label={t('Pick the accent colour')}
          value={hex ?? '#000000'}
          onInput={(event) => {
            event.stopPropagation();
            pick(event.currentTarget.value);
          }}
          onChange={() => {}}
        />
      )}
      {hex && <ShadeNotes accentColour={hex} accentHue={accentHue} paper={paper} />}
    </div>
  );
}

const sentences = {
  light: {
    readable: msg('On light pages {colour} is used as it is: its contrast is {contrast, number, ::.0} to 1.'),
    adjusted: msg(
      'On light pages {colour} is too weak: its contrast is {contrast, number, ::.0} to 1, and text needs {least, number}. The darker {shade} is used there.',
    ),
  },
  dark: {
    readable: msg('On dark pages {colour} is used as it is: its contrast is {contrast, number, ::.0} to 1.'),
    adjusted: msg(
      'On dark pages {colour} is too weak: its contrast is {contrast, number, ::.0} to 1, and text needs {least, number}. The lighter {shade} is used there.',
    ),
  },
};

function ShadeNotes({ accentColour, accentHue, paper }: Pick<Props, 'accentColour' | 'accentHue' | 'paper'>) {
  const t = useText();
  const ofHue = { accentColour: '', accentHue, paper };
  const exact = shadesOf({ accentColour, accentHue, paper });
  const shades = accentColour === accentColourOf(ofHue) ? shadesOf(ofHue) : exact;
  return (
    <ul className="accent-field__notes">
      {(['light', 'dark'] as const).map((theme) => {
        const { accent } = shades[theme];
        const words = sentences[theme][accent === accentColour ? 'readable' : 'adjusted'];
        const contrast = exact[theme].chosenContrast;
        return (
          <li key={theme}>
            <span className="accent-field__sample" style={{ backgroundColor: accent }} aria-hidden="true" />
            <span>{t(words, { colour: accentColour, contrast, shade: accent, least: TEXT_CONTRAST })}</span>
          </li>
        );
      })}
    </ul>
  );
}
