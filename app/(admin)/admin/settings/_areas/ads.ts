import { consentAdvice } from '@/components/settings/consent-advice';
import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import type { Settings } from '@/lib/settings/settings';
import { amountInWords, budgetChoices, HEALTH_DAYS, MIN_READERS, type BudgetMeasure } from '@/lib/slots/health';
import { listLiveCode } from '@/lib/slots/queries';

export async function adCards(settings: Settings, t: Text): Promise<SettingsCardSpec[]> {
  return [
    emptySlotsCard(settings, t),
    consentCard(settings, consentAdvice(await listLiveCode(), t), t),
    reportsCard(settings, t),
    budgetsCard(settings, t),
  ];
}

function emptySlotsCard(settings: Settings, t: Text): SettingsCardSpec {
  return {
    section: 'emptySlots',
    title: t('Slots'),
    hint: t('Readers do not see empty slots, unless you want to advertise the space.'),
    fields: [
      {
        name: 'showPlaceholders',
        label: t('Show “Put your ad code here” in empty slots to everyone'),
        kind: 'check',
        checked: settings.showPlaceholders,
      },
      {
        name: 'refusesDenseSlots',
        label: t('Refuse slots that take too much of an article'),
        kind: 'check',
        checked: settings.refusesDenseSlots,
        hint: t(
          'The Better Ads Standards allow 30 % of the height of an article on phones, and 30 % of the window for a slot at its edge. Without this, a slot over the limit is saved with a warning.',
        ),
      },
    ],
  };
}

function consentCard(settings: Settings, advice: string, t: Text): SettingsCardSpec {
  return {
    section: 'consent',
    title: t('Consent and signed-in readers'),
    fields: [
      {
        name: 'consent',
        label: t('Consent before code that uses cookies'),
        kind: 'select',
        value: settings.consent,
        hint: `${t('Code that needs consent does not load before a reader allows it.')} ${advice}`,
        options: [
          { value: 'off', label: t('Do not ask: such code loads for everybody') },
          { value: 'own', label: t('Ask with a small notice of this site') },
          { value: 'platform', label: t('Listen to a consent platform on the page (IAB TCF or GPP)') },
        ],
      },
      {
        name: 'noCodeForSignedIn',
        label: t('No third-party code for signed-in readers'),
        kind: 'check',
        checked: settings.noCodeForSignedIn,
        hint: t(
          'Code that runs in the page itself could act as the reader on this site. It never runs for staff; with this, it does not run for anyone who is signed in.',
        ),
      },
    ],
  };
}

function reportsCard(settings: Settings, t: Text): SettingsCardSpec {
  return {
    section: 'adReports',
    title: t('Reports of ads'),
    fields: [
      {
        name: 'slotReports',
        label: t('Readers can hide and report ads of other companies'),
        kind: 'check',
        checked: settings.slotReports,
        hint: t('A link above each slot with pasted code. You find their reports under Ad slots, Reader reports.'),
      },
      {
        name: 'pauseAtReports',
        label: t('Disable a slot after so many reports'),
        kind: 'number',
        min: 0,
        max: 1_000,
        value: String(settings.pauseAtReports),
        hint: t('0: never by itself. A reader counts once a day.'),
      },
    ],
  };
}

function budgetsCard(settings: Settings, t: Text): SettingsCardSpec {
  return {
    section: 'budgets',
    title: t('What code may cost readers'),
    fields: [
      {
        name: 'shiftBudget',
        label: t('Disable code that moves the page by more than'),
        kind: 'select',
        value: String(settings.shiftBudget),
        hint: t('Layout shift, as in Core Web Vitals, where 0.1 is the limit of a good page.'),
        options: budgetOptions('shift', t),
      },
      {
        name: 'taskBudget',
        label: t('Disable code that keeps the browser busy for more than'),
        kind: 'select',
        value: String(settings.taskBudget),
        hint: t(
          'Without a break, so that nothing answers meanwhile. Code is disabled once more than a quarter of at least {readers} readers in {days} days were over the limit; the evidence stands beside the slot.',
          { readers: MIN_READERS, days: HEALTH_DAYS },
        ),
        options: budgetOptions('task', t),
      },
    ],
  };
}

function budgetOptions(measure: BudgetMeasure, t: Text) {
  return budgetChoices[measure].map((budget) => ({
    value: String(budget),
    label: budget === 0 ? t('Never disable code for this') : amountInWords(measure, budget, t.language),
  }));
}
