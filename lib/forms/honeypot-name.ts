/** The name of a hidden field that no autofill program knows. Apart from its rule: pages draw the field and check nothing. */
export const HONEYPOT_FIELD = 'stays-empty';
