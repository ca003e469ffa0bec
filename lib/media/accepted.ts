/** What file pickers offer. HEIC is left out on purpose: phones then hand over a JPEG of their own making. */
export const acceptedImages = 'image/jpeg,image/png,image/webp,image/gif,image/avif';
