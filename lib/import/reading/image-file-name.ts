/** Files for the image library; others are downloads. */
export const pictureName = /\.(?:jpe?g|png|gif|webp|avif)$/i;
