import { useText } from '#text';
import { msg } from '@/lib/i18n/admin/msg';
import { fileKinds, type FileKind } from '@/lib/media/files/stored-file';
import { paths } from '@/lib/web/paths';

const fileKindNames: Record<FileKind, string> = {
  document: msg('Documents'),
  audio: msg('Audio'),
  video: msg('Video'),
};

/** The parts of the media library. */
export function MediaTabs({ current }: { current: FileKind | 'image' | 'removed' }) {
  const t = useText();
  const mark = (tab: typeof current) => (tab === current ? 'page' : undefined);
  return (
    <nav className="tabs" aria-label={t('Library')}>
      <a href={paths.admin.media()} aria-current={mark('image')}>
        {t('Images')}
      </a>
      {fileKinds.map((kind) => (
        <a key={kind} href={paths.admin.files(kind)} aria-current={mark(kind)}>
          {t(fileKindNames[kind])}
        </a>
      ))}
      <a href={paths.admin.removedMedia()} aria-current={mark('removed')}>
        {t('Removed')}
      </a>
    </nav>
  );
}
