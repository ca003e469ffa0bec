import { avatarSvg, isPicture } from '@/lib/users/avatar';
import { paths } from '@/lib/web/paths';

/** A user's picture or generated avatar. The name is always next to it, so it is hidden from screen readers. */
export function Avatar({ seed, size = 40 }: { seed: string; size?: number }) {
  if (isPicture(seed)) {
    return <img className="avatar" src={paths.upload(seed)} width={size} height={size} alt="" loading="lazy" />;
  }
  const { ink, path } = avatarSvg(seed);
  return (
    <svg className={`avatar avatar--${ink}`} viewBox="-1 -1 10 10" width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
