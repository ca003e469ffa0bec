/** The result of a submitted form. `values` returns the input, so that a refusal loses nothing. */
export type FormState = {
  status: 'idle' | 'done' | 'refused';
  message: string;
  fields: Record<string, string>;
  values: Record<string, string>;
  redirectTo?: string;
  /** Done, but what was typed is in this answer alone. */
  isUnsaved?: true;
  /** Refused because nobody is signed in: a link for another tab, so that the page keeps what was typed. */
  signIn?: { label: string; href: string };
};

export const idle: FormState = { status: 'idle', message: '', fields: {}, values: {} };

export function done(message: string): FormState {
  return { status: 'done', message, fields: {}, values: {} };
}

export function refused(message: string, fields: Record<string, string>, values: Record<string, string>): FormState {
  return { status: 'refused', message, fields, values };
}
