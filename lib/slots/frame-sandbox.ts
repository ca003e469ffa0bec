/** What pasted code may do in its frame; the same words stand in the frame's attribute and in its document's policy. */
export const FRAME_SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-top-navigation-by-user-activation';
