import { avatarSvg } from '@/lib/users/avatar';

/** A user's generated avatar. The name is always next to it, so it is hidden from screen readers. */
export function Avatar({ seed, size = 40 }: { seed: string; size?: number }) {
  const { ink, path } = avatarSvg(seed);
  return (
    <svg className={`avatar avatar--${ink}`} viewBox="-1 -1 10 10" width={size} height={size} aria-hidden="true">
      <path d={path} />
    </svg>
  );
}
