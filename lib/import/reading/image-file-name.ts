/** Files for the image library; others are downloads. */
export const imageFileName = /\.(?:jpe?g|png|gif|webp|avif)$/i;
