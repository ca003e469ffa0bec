import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { Avatar } from '@/components/users/avatar';
import { FieldsForm } from '@/components/ui/fields-form';
import { FormAnswer } from '@/components/ui/form-answer';
import { findAnswer } from '@/lib/actions/form-answer';
import { findActor } from '@/lib/auth/session';
import { acceptedImages } from '@/lib/media/accepted';
import { getSettings } from '@/lib/settings/queries';
import { isPicture } from '@/lib/users/avatar';
import { findOwnAccount } from '@/lib/users/queries';
import { paths } from '@/lib/web/paths';
import { readTranslator } from '@/app/(site)/reads';
import { removePictureAction, setPictureAction, copyGravatarAction } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readTranslator())('picture.title') };
}

export default async function PicturePage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.picture()));
  const [{ avatarSeed }, { gravatar }, t] = await Promise.all([findOwnAccount(actor), getSettings(), readTranslator()]);
  return (
    <>
      <p>
        <a href={paths.account()}>{t('account.title')}</a>
      </p>
      <h1>{t('picture.title')}</h1>
      <FormAnswer state={await findAnswer()} />
      <p className="account__who">
        <Avatar seed={avatarSeed} size={72} />
      </p>
      <p className="auth__quiet">{t('picture.hint')}</p>
      <FieldsForm
        action={setPictureAction}
        isOneOfSeveral
        fields={[
          {
            kind: 'file',
            name: 'file',
            label: t('picture.image'),
            accept: acceptedImages,
            hint: t('picture.formats'),
          },
        ]}
        submit={t('account.save')}
      />
      {gravatar && (
        <>
          <p className="auth__quiet">{t('picture.gravatarHint')}</p>
          <FieldsForm
            action={copyGravatarAction}
            isOneOfSeveral
            fields={[]}
            submit={t('picture.copyGravatar')}
            tone="plain"
          />
        </>
      )}
      {isPicture(avatarSeed) && (
        <FieldsForm action={removePictureAction} isOneOfSeveral fields={[]} submit={t('picture.remove')} tone="plain" />
      )}
    </>
  );
}
