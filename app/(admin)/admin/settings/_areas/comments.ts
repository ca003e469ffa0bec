import type { SettingsCardSpec } from '@/components/settings/settings-card';
import type { Text } from '@/components/text/text';
import type { Settings } from '@/lib/settings/settings';
import { closingFields } from './closing-fields';
import { orderField, reactionFields } from './conversation-fields';
import { reportFields } from './report-fields';

export function commentCards(settings: Settings, t: Text): SettingsCardSpec[] {
  return [
    {
      section: 'comments',
      title: t('Comments'),
      fields: [
        {
          name: 'commentModeration',
          label: t('Comments that need approval'),
          kind: 'select',
          value: settings.commentModeration,
          options: [
            { value: 'first', label: t('The first comment of each user') },
            { value: 'links', label: t('Comments with more than two links') },
            { value: 'all', label: t('Every comment') },
            { value: 'none', label: t('None: all comments are published immediately') },
          ],
        },
        {
          name: 'commentForm',
          label: t('Comment form position'),
          kind: 'select',
          value: settings.commentForm,
          options: [
            { value: 'last', label: t('After the comments') },
            { value: 'first', label: t('Before the comments') },
          ],
        },
        orderField(settings, t),
      ],
    },
    accountsCard(settings, t),
    { section: 'closing', title: t('When comments close'), fields: closingFields(settings, t) },
    { section: 'reports', title: t('Reports of comments'), fields: reportFields(settings, t) },
    { section: 'reactions', title: t('Reactions to posts'), fields: reactionFields(settings, t) },
    {
      section: 'corrections',
      title: t('Corrections'),
      fields: [
        {
          name: 'corrections',
          label: t('Readers may suggest corrections of articles'),
          kind: 'check',
          checked: settings.corrections,
          hint: t('Signed-in readers suggest better words; an editor accepts or declines them under Comments.'),
        },
      ],
    },
  ];
}

function accountsCard(settings: Settings, t: Text): SettingsCardSpec {
  return {
    section: 'accounts',
    title: t('Accounts of readers'),
    fields: [
      { name: 'signUpOpen', label: t('Anyone can sign up'), kind: 'check', checked: settings.signUpOpen },
      {
        name: 'writeFirst',
        label: t('Readers without an account may write first and prove their e-mail address'),
        kind: 'check',
        checked: settings.writeFirst,
        hint: t(
          'Needs a mail server and open sign-up. The comment is published when they press the button of an e-mail.',
        ),
      },
      {
        name: 'gravatar',
        label: t('Readers can copy their picture from Gravatar'),
        kind: 'check',
        checked: settings.gravatar,
        hint: t(
          'This server asks gravatar.com once, when a reader presses the button, with a hash of their address. Readers’ browsers never ask it.',
        ),
      },
    ],
  };
}
