/** The frame's sandbox, used in its attribute and in the document's policy. Never with allow-same-origin on the site's own origin. */
export const FRAME_SANDBOX =
  'allow-scripts allow-popups allow-popups-to-escape-sandbox allow-forms allow-top-navigation-by-user-activation';

/** For frames that another origin serves: they keep that origin, with its storage. */
export const ORIGIN_SANDBOX = `${FRAME_SANDBOX} allow-same-origin`;
