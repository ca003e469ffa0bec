/** The `accept` attribute. Omits HEIC on purpose: phones then convert to JPEG. */
export const acceptedImages = 'image/jpeg,image/png,image/webp,image/gif,image/avif';
