'use client';

import { useText } from '#text';
import { useFormAction } from '@/components/ui/use-form-action';
import type { Action } from '@/components/ui/action-errors';
import type { Text } from '@/components/text/text';
import type { OnboardingStep } from '@/lib/dashboard/onboarding-queries';
import { paths } from '@/lib/web/paths';
import { UndoNotice } from './undo-notice';

type Props = { steps: OnboardingStep[]; canImport: boolean; action: Action };

/** The first steps on a new site, until all are done or a person hides them from their dashboard. */
export function OnboardingChecklist({ steps, canImport, action }: Props) {
  const t = useText();
  const [state, formAction] = useFormAction(action);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <>
      <UndoNotice state={state} action={formAction} />
      {steps.length > 0 && (
        <section className="onboarding" aria-labelledby="onboarding">
          <header className="onboarding__header">
            <h2 id="onboarding">{t('Get started')}</h2>
            <p className="onboarding__progress">
              <progress value={done} max={steps.length} aria-hidden />
              <span>{t('{done} of {count} done', { done, count: steps.length })}</span>
            </p>
            <form action={formAction}>
              <button className="button button--quiet" name="intent" value="hide">
                {t('Hide these steps')}
              </button>
            </form>
          </header>
          <ol className="onboarding__steps">
            {steps.map((step) => (
              <Step key={step.name} step={step} canImport={canImport} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function Step({ step: { name, isDone }, canImport }: { step: OnboardingStep; canImport: boolean }) {
  const t = useText();
  const { href, title, what } = wordsOf(name, t);
  return (
    <li className="onboarding__step" data-done={isDone || undefined}>
      <span className="onboarding__tick" aria-hidden />
      <div>
        <a className="row__title" href={href}>
          {title}
        </a>
        {isDone && <span className="hidden-visually">{t(' (done)')}</span>}
        {!isDone && <p className="row__meta">{what}</p>}
        {!isDone && name === 'write' && canImport && (
          <p className="row__meta">
            <a href={paths.admin.imports()}>{t('Or import from another system')}</a>
          </p>
        )}
      </div>
    </li>
  );
}

function wordsOf(name: OnboardingStep['name'], t: Text) {
  const words = {
    write: {
      href: paths.admin.newPost(),
      title: t('Write your first post'),
      what: t('A title and a few lines are enough. It stays a draft until you publish it.'),
    },
    looks: {
      href: paths.admin.appearance(),
      title: t('Choose a look'),
      what: t('Layout, fonts, colours and a logo, with a preview before readers see them.'),
    },
    menu: {
      href: paths.admin.menus(),
      title: t('Arrange the menus'),
      what: t('Until you do, the site lists its most used tags and its pages.'),
    },
    team: {
      href: paths.admin.invite(),
      title: t('Invite a colleague'),
      what: t('Each gets a role: what it allows is said beside it.'),
    },
    slot: {
      href: paths.admin.slots(),
      title: t('Set up an ad slot'),
      what: t('Paste the code from your ad network, or use your own image or text.'),
    },
  };
  return words[name];
}
