import type { FieldSpec } from '@/components/ui/fields-form';
import type { Text } from '@/components/text/text';
import { reactionKinds, reactionNames, reactionSettings } from '@/lib/reactions/reaction';
import type { Settings } from '@/lib/settings/settings';

/** In which order comments stand. */
export function orderField(settings: Settings, t: Text): FieldSpec {
  return {
    name: 'commentOrder',
    label: t('Order of comments'),
    kind: 'select',
    value: settings.commentOrder,
    hint: t('Readers can choose another one.'),
    options: [
      { value: 'oldest', label: t('Oldest first') },
      { value: 'newest', label: t('Newest first') },
      { value: 'best', label: t('Best first, by likes') },
    ],
  };
}

/** How readers react to posts. */
export function reactionFields(settings: Settings, t: Text): FieldSpec[] {
  return reactionKinds.map((kind) => ({
    name: reactionSettings[kind],
    label: t('Readers can react to posts with {sign} {name}', {
      sign: reactionNames[kind].sign,
      name: t(reactionNames[kind].label),
    }),
    kind: 'check' as const,
    checked: settings[reactionSettings[kind]],
  }));
}
