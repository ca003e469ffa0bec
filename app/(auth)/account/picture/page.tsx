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
import { removePictureAction, setPictureAction, copyGravatarAction } from './actions';

export const metadata: Metadata = { title: 'Your picture' };

export default async function PicturePage() {
  const actor = await findActor();
  if (!actor) redirect(paths.signIn(paths.picture()));
  const [{ avatarSeed }, { gravatar }] = await Promise.all([findOwnAccount(actor), getSettings()]);
  return (
    <>
      <p>
        <a href={paths.account()}>Your account</a>
      </p>
      <h1>Your picture</h1>
      <FormAnswer state={await findAnswer()} />
      <p className="account__who">
        <Avatar seed={avatarSeed} size={72} />
      </p>
      <p className="auth__quiet">
        It is shown beside your name. The picture is cropped to a square, and its location and camera data are removed.
        Without a picture you keep the pattern that was drawn for you.
      </p>
      <FieldsForm
        action={setPictureAction}
        isOneOfSeveral
        fields={[
          {
            kind: 'file',
            name: 'file',
            label: 'Image',
            accept: acceptedImages,
            hint: 'JPEG, PNG, WebP, GIF or AVIF, at most 5 MB.',
          },
        ]}
        submit="Save"
      />
      {gravatar && (
        <>
          <p className="auth__quiet">
            If you have a picture at Gravatar, this site can copy it. Gravatar is asked once, with a hash of your e-mail
            address; browsers of readers never ask it.
          </p>
          <FieldsForm action={copyGravatarAction} isOneOfSeveral fields={[]} submit="Copy from Gravatar" tone="plain" />
        </>
      )}
      {isPicture(avatarSeed) && (
        <FieldsForm action={removePictureAction} isOneOfSeveral fields={[]} submit="Remove picture" tone="plain" />
      )}
    </>
  );
}
