'use client';

import { useText } from '#text';
import { useRef, useState, type ReactNode } from 'react';
import { Field, Select, TextArea } from '@/components/ui/field';
import { consentNames, consents } from '@/lib/slots/consent';
import type { CodeIsolation } from '@/lib/slots/creative';
import { msg } from '@/lib/i18n/admin/msg';
import { isolationNames } from '@/lib/slots/isolation-names';
import { Findings } from './code-findings';
import type { FieldProps } from './creative-fields';

/** What this site and this person may choose. */
export type CodeOptions = { hasFrameOrigin: boolean; mayTrust: boolean };

type Props = FieldProps & { options: CodeOptions };

const isolations: CodeIsolation[] = ['sandboxed', 'isolated-origin', 'in-page'];

export function CodeFields({ values, errors, options }: Props) {
  const t = useText();
  const [code, setCode] = useState(values.code ?? '');
  const [isolation, setIsolation] = useState(() => isolationIn(values));
  const place = useRef<HTMLDivElement>(null);
  const replaceCode = (wanted: string) => {
    const field = place.current?.querySelector('textarea');
    if (!field) return;
    field.value = wanted;
    setCode(wanted);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  return (
    <div ref={place}>
      <TextArea
        name="code"
        label={t('Put your ad code here')}
        hint={t('Paste the code from your ad network; it is not changed.')}
        error={errors.code}
        defaultValue={values.code}
        onChange={(event) => setCode(event.currentTarget.value)}
        className="textarea slot-code"
        rows={10}
        spellCheck={false}
        autoComplete="off"
        autoCapitalize="off"
        wrap="off"
        dir="ltr"
      />
      <Findings {...{ code, isolation, values }} use={replaceCode} />
      <IsolationFields {...{ values, errors, options }} choose={setIsolation} />
      <Select
        name="consent"
        label={t('Consent')}
        hint={t('What a reader must allow first, if the settings ask for consent.')}
        defaultValue={values.consent}
      >
        <option value="">{t('As its network is known to need it')}</option>
        {consents.map((one) => (
          <option key={one} value={one}>
            {t(consentNames[one])}
          </option>
        ))}
      </Select>
    </div>
  );
}

type IsolationProps = Props & { choose: (isolation: CodeIsolation) => void };

function IsolationFields({ values, errors, options, choose }: IsolationProps) {
  const t = useText();
  const stored = isolationIn(values);
  return (
    <fieldset
      className="fieldset slot-isolation"
      id="isolation"
      role="radiogroup"
      {...(errors.isolation ? { 'aria-invalid': true, 'aria-describedby': 'isolation-error' } : {})}
    >
      <legend>{t('Where it runs')}</legend>
      {isolations.map((one) => (
        <div key={one} className="check">
          <input
            type="radio"
            id={`isolation-${one}`}
            name="isolation"
            value={one}
            defaultChecked={stored === one}
            disabled={stored !== one && !isOffered(one, options)}
            onChange={() => choose(one)}
            aria-describedby={`isolation-${one}-hint`}
          />
          <div>
            <label htmlFor={`isolation-${one}`}>{t(isolationNames[one])}</label>
            <p className="field__hint" id={`isolation-${one}-hint`}>
              {t(hintOf(one, options))}
            </p>
          </div>
        </div>
      ))}
      {errors.isolation && (
        <p className="field__error" id="isolation-error">
          {errors.isolation}
        </p>
      )}
      {options.mayTrust && (
        <div className="slot-isolation__trust">
          <Consequences />
          <Field
            name="ownPassword"
            label={t('Your password')}
            type="password"
            autoComplete="current-password"
            hint={t(
              'Asked for whenever new code is to run in the page. If you have no password here, sign in again and save within five minutes.',
            )}
            error={errors.ownPassword}
          />
        </div>
      )}
    </fieldset>
  );
}

function Consequences(): ReactNode {
  const t = useText();
  return (
    <p className="notice notice--refused">
      {t(
        'Such code sees everything that readers see and type on that page, can change all of it, and can act on this site as the reader: comment, or change their name. The network can change the code at any time. It never runs in the browsers of staff, nor on the pages for signing in and for accounts.',
      )}
    </p>
  );
}

function isolationIn({ isolation }: Record<string, string>) {
  return isolations.find((one) => one === isolation) ?? 'sandboxed';
}

function isOffered(isolation: CodeIsolation, { hasFrameOrigin, mayTrust }: CodeOptions) {
  return isolation === 'sandboxed' || (isolation === 'in-page' ? mayTrust : hasFrameOrigin);
}

function hintOf(isolation: CodeIsolation, { hasFrameOrigin, mayTrust }: CodeOptions) {
  if (isolation === 'sandboxed') {
    return msg(
      'It cannot read the page, its visitors’ sessions or their cookies. Best for code of which you know little.',
    );
  }
  if (isolation === 'isolated-origin') {
    return hasFrameOrigin
      ? msg(
          'The same, but the code keeps cookies and storage of its own domain, and the network sees from which site it is.',
        )
      : msg(
          'Not available: this site has no second domain for frames. The person who runs the server can set ADS_FRAME_ORIGIN.',
        );
  }
  return mayTrust
    ? msg(
        'For networks that forbid frames, such as AdSense. The code is part of the page and can do whatever the page can.',
      )
    : msg('For networks that forbid frames, such as AdSense. Only an owner can save code that runs like this.');
}
