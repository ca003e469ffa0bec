import type { SettingsSection } from '@/components/settings/settings-form';
import { reactionKinds, reactionNames, reactionSettings } from '@/lib/reactions/reaction';
import type { Settings } from '@/lib/settings/settings';

/** In which order comments stand, and how readers react to posts. */
export function conversationFields(settings: Settings): SettingsSection['fields'] {
  return [
    {
      name: 'commentOrder',
      label: 'Order of comments',
      kind: 'select',
      value: settings.commentOrder,
      hint: 'Readers can choose another one.',
      options: [
        { value: 'oldest', label: 'Oldest first' },
        { value: 'newest', label: 'Newest first' },
        { value: 'best', label: 'Best first, by likes' },
      ],
    },
    ...reactionKinds.map((kind) => ({
      name: reactionSettings[kind],
      label: `Readers can react to posts with ${reactionNames[kind].sign} ${reactionNames[kind].label}`,
      kind: 'check' as const,
      checked: settings[reactionSettings[kind]],
    })),
  ];
}
