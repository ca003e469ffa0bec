/** What goes into the library; other files are downloads. */
export const pictureName = /\.(?:jpe?g|png|gif|webp|avif)$/i;
