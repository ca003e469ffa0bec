import { useText } from '#text';
import { FieldsForm } from '@/components/ui/fields-form';
import { SectionHeader } from '@/components/ui/section-header';
import type { Action } from '@/components/ui/action-errors';

type Described = { id: string; value: string; maxLength: number };
type Named = Described & { slug: string; maxSlugLength: number };

/** What the name of a tag or the title of a series is called in the form, and what is said about the address. */
type NameWords = { field: 'name' | 'title'; label: string; hint: string; slugHint: string };

/** The section that renames a tag or a series, and changes its address. */
export function RenameSection({ action, words, of }: { action: Action; words: NameWords; of: Named }) {
  const t = useText();
  const { id, value, maxLength, slug, maxSlugLength } = of;
  return (
    <section className="section" aria-labelledby="name-head">
      <SectionHeader id="name-head" title={words.label} hint={words.hint} />
      <FieldsForm
        action={action}
        isOneOfSeveral
        hidden={{ id }}
        fields={[
          { name: words.field, label: words.label, value, maxLength },
          { name: 'slug', label: t('URL slug'), value: slug, maxLength: maxSlugLength, hint: words.slugHint },
        ]}
        submit={t('Rename')}
      />
    </section>
  );
}

/** The section that describes a tag or a series for readers. */
export function DescriptionSection({ action, of: { id, value, maxLength } }: { action: Action; of: Described }) {
  const t = useText();
  return (
    <section className="section" aria-labelledby="words-head">
      <SectionHeader
        id="words-head"
        title={t('Description')}
        hint={t('Shown above the list of posts, and to search engines.')}
      />
      <FieldsForm
        action={action}
        isOneOfSeveral
        hidden={{ id }}
        fields={[{ name: 'description', label: t('Description'), kind: 'area', rows: 4, value, maxLength }]}
        submit={t('Save')}
        tone="plain"
      />
    </section>
  );
}
