// What sticks to the edges of the window: the bar of the editor, and its footer above the bar of the admin.
const padding = { top: 72, bottom: 112, left: 8, right: 8 };

/** Above the image; over it where its edges are outside of the window. */
export const overImage = {
  placement: 'top',
  offset: 8,
  flip: { padding },
  shift: { padding, crossAxis: true },
} as const;
