import 'server-only';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { uploadImage } from '@/lib/media/uploading';
import type { Confirm } from '@/lib/slots/approval';
import type { CreativeDraft } from '@/lib/slots/creative';
import { signPreview } from '@/lib/slots/preview-link';
import { findVersion } from '@/lib/slots/queries';
import type { SlotSettings } from '@/lib/slots/slot';
import { creativeOf, typedValues } from '@/lib/slots/slot-form';
import { startCodeTest } from '@/lib/slots/testing/code-tests';
import { TEST_MINUTES } from '@/lib/slots/testing/kept-results';
import { storePreview } from '@/lib/slots/versions';
import { getSettings } from '@/lib/settings/queries';
import { requireOwnPassword } from '@/lib/users/passwords';
import { paths } from '@/lib/web/paths';

const CODE_FRESH_MS = 5 * 60_000;
export const slotRateLimit = { name: 'slots', limit: 300, seconds: 60 * 60 };

/** Users of an identity provider have no password here: a recent sign-in replaces it. */
export function confirmation(password: string, field = 'ownPassword'): Confirm {
  return (actor) => requireOwnPassword(actor, password, field, CODE_FRESH_MS);
}

/** Stores the image in a form before anything else is checked, so that a mistake in another field does not lose it. */
export async function withUpload<Form extends { kind: string; image?: File | undefined; mediaId: string }>(
  actor: Actor,
  form: Form,
): Promise<Form> {
  const { image, kind } = form;
  if (kind !== 'image' || !image || image.size === 0) return form;
  try {
    const { id } = await uploadImage(actor, { bytes: await image.bytes(), fileName: image.name });
    return { ...form, mediaId: id };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw new AppError(error.code, error.message, { fields: { image: error.message } });
  }
}

type Previewed = { slotId: string; lineItemId?: string; creative: CreativeDraft | null; settings: SlotSettings };

/** What a form shows of a preview: the content, and the link to it on a page. */
export async function previewValues(actor: Actor, { settings, creative, ...of }: Previewed) {
  const preview = creative && (await storePreview(actor, { ...of, creative }));
  const shown = preview && (await findVersion(of.slotId, preview.id));
  return {
    previewToken: signPreview({ slotId: of.slotId, creativeId: preview?.id ?? null, settings }),
    previewShown: shown ? JSON.stringify(withoutCode(shown)) : '',
  };
}

type ContentForm = Parameters<typeof creativeOf>[0];

/** Keeps the code in a form for its test, and answers with the address of that. */
export async function startTest(
  actor: Actor,
  { slotId, form }: { slotId: string; form: ContentForm & Record<string, unknown> },
): Promise<FormState> {
  const { timeZone } = await getSettings();
  const { id } = await startCodeTest(actor, { slotId, creative: creativeOf(form, timeZone) });
  const values = { ...typedValues(form), testAddress: paths.admin.codeTest(slotId, id) };
  return { ...done(`The code can be tested for ${TEST_MINUTES} minutes. Nothing is saved.`), values, isUnsaved: true };
}

/** A refused form: after a conflict with the present version, so that saving again is a deliberate decision. */
export async function refusal(
  error: unknown,
  values: Record<string, string>,
  presentVersion: () => Promise<number | undefined>,
): Promise<FormState> {
  if (!(error instanceof AppError)) throw error;
  if (error.code !== 'conflict') return refused(error.message, inForm(error.fields, values.kind), values);
  const version = String((await presentVersion()) ?? values.version);
  return refused(error.message, error.fields, { ...values, version });
}

// A form has the link of an image and that of a text, and chooses a file for what is stored as an id.
function inForm({ linkUrl, mediaId, ...fields }: Record<string, string>, kind = '') {
  return {
    ...(mediaId ? { image: mediaId } : {}),
    ...fields,
    ...(linkUrl ? { [kind === 'image' ? 'imageLink' : 'textLink']: linkUrl } : {}),
  };
}

function withoutCode({ code: _code, ...shown }: NonNullable<Awaited<ReturnType<typeof findVersion>>>) {
  return shown;
}
