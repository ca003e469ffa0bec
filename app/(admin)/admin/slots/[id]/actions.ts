'use server';

import { z } from 'zod';
import type { Actor } from '@/lib/auth/actor';
import { AppError } from '@/lib/platform/errors';
import { formAction } from '@/lib/actions/form-action';
import { done, refused, type FormState } from '@/lib/forms/form-state';
import { uploadImage } from '@/lib/media/uploading';
import { getSettings } from '@/lib/settings/queries';
import type { Confirm } from '@/lib/slots/approval';
import { requireOwnPassword } from '@/lib/users/passwords';
import { storePreview, restoreVersion, saveSlot, switchSlot } from '@/lib/slots/saving';
import { authorIdsNamed, tagIdsNamed } from '@/lib/slots/resolve-names';
import { signPreview } from '@/lib/slots/preview-link';
import { findSlot, findVersion } from '@/lib/slots/queries';
import { settingsOf } from '@/lib/slots/slot-fields';
import { creativeOf, slotForm, typedValues, type SlotForm } from '@/lib/slots/slot-form';

const CODE_FRESH_MS = 5 * 60_000;
const rateLimit = { name: 'slots', limit: 300, seconds: 60 * 60 };

export const saveSlotAction = formAction(
  { name: 'slot.save', who: 'slots.edit', schema: slotForm, rateLimit },
  async (typed, { actor }) => {
    let form = typed;
    try {
      // The image is stored before anything else is checked, so that a mistake in another field does not lose it.
      form = await withUpload(actor, typed);
      return form.intent === 'preview' ? await preview(actor, form) : await save(actor, form);
    } catch (error) {
      return refusal(error, form);
    }
  },
);

export const restoreVersionAction = formAction(
  {
    name: 'slot.restore',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), creativeId: z.string(), versionPassword: z.string().default('') }),
    rateLimit,
  },
  async ({ versionPassword, ...input }, { actor }) => {
    const confirm = confirmation(versionPassword, 'versionPassword');
    const { version, previousId } = await restoreVersion(actor, input, confirm);
    const state = done(`Readers now see version ${version}.`);
    return previousId ? { ...state, values: { undo: previousId } } : state;
  },
);

export const switchSlotAction = formAction(
  {
    name: 'slot.switch',
    who: 'slots.edit',
    schema: z.object({ slotId: z.string(), intent: z.enum(['on', 'off']) }),
    rateLimit,
  },
  async ({ slotId, intent: action }, { actor }) => {
    const { name } = await switchSlot(actor, { slotId, enabled: action === 'on' });
    const words = action === 'on' ? 'is enabled.' : 'is disabled on every page. Its content is kept.';
    return { ...done(`“${name}” ${words}`), values: { undo: action === 'on' ? 'off' : 'on' } };
  },
);

// Users of an identity provider have no password here: a recent sign-in replaces it.
function confirmation(password: string, field = 'ownPassword'): Confirm {
  return (actor) => requireOwnPassword(actor, password, field, CODE_FRESH_MS);
}

async function save(actor: Actor, form: SlotForm): Promise<FormState> {
  const { settings, creative } = await read(form);
  const draft = { id: form.id, version: form.version, settings, creative };
  const { creativeVersion } = await saveSlot(actor, draft, confirmation(form.ownPassword));
  if (creativeVersion === null) return done('Saved. The slot is empty: readers see nothing there.');
  return done(`Saved. Readers now see version ${creativeVersion}.`);
}

async function preview(actor: Actor, form: SlotForm): Promise<FormState> {
  const { settings, creative } = await read(form);
  const preview = creative && (await storePreview(actor, { slotId: form.id, creative }));
  const shown = preview && (await findVersion(form.id, preview.id));
  const token = signPreview({ slotId: form.id, creativeId: preview?.id ?? null, settings });
  const values = {
    ...typedValues(form),
    previewToken: token,
    previewShown: shown ? JSON.stringify(withoutCode(shown)) : '',
  };
  return { ...done('This is how it will look. Readers do not see it until you save.'), values, isUnsaved: true };
}

async function read(form: SlotForm) {
  const [{ timeZone }, onlyTags, notTags, onlyAuthors, notAuthors] = await Promise.all([
    getSettings(),
    tagIdsNamed(form.onlyTags, 'onlyTags'),
    tagIdsNamed(form.notTags, 'notTags'),
    authorIdsNamed(form.onlyAuthors, 'onlyAuthors'),
    authorIdsNamed(form.notAuthors, 'notAuthors'),
  ]);
  const settings = settingsOf(form, { onlyTags, notTags, onlyAuthors, notAuthors });
  return { settings, creative: creativeOf(form, timeZone) };
}

async function withUpload(actor: Actor, form: SlotForm): Promise<SlotForm> {
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

// The typed values are returned with the slot's current version, so that saving again is a deliberate decision.
async function refusal(error: unknown, form: SlotForm): Promise<FormState> {
  if (!(error instanceof AppError)) throw error;
  const values = typedValues(form);
  if (error.code !== 'conflict') return refused(error.message, error.fields, values);
  const version = (await findSlot(form.id))?.version ?? form.version;
  return refused(error.message, error.fields, { ...values, version: String(version) });
}

function withoutCode({ code: _code, ...shown }: NonNullable<Awaited<ReturnType<typeof findVersion>>>) {
  return shown;
}
