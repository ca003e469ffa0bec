/** The `accept` attribute. Omits HEIC on purpose: phones then convert to JPEG. */
export const acceptedImages = 'image/jpeg,image/png,image/webp,image/gif,image/avif';

/** Files that are no images; the server judges them by their bytes. */
export const acceptedFiles =
  '.pdf,.zip,.epub,.docx,.xlsx,.pptx,.odt,.ods,.odp,.mp3,.m4a,.ogg,.oga,.opus,.wav,.flac,.mp4,.m4v,.webm,.ogv';
