'use client';

import { useText } from '#text';
import { CircleX, Lightbulb } from 'lucide-react';

type Props = { id: string; lead: string; points: string[]; isBlocking?: boolean };

/** What is said of a post before it is published: what blocks it, or what is suggested. */
export function Points({ id, lead, points, isBlocking = false }: Props) {
  if (points.length === 0) return null;
  const Icon = isBlocking ? CircleX : Lightbulb;
  return (
    <div className={isBlocking ? 'hints hints--blocking' : 'hints'} id={id} tabIndex={-1}>
      <p className="hints__lead">
        <Icon aria-hidden size={16} />
        <span>{lead}</span>
      </p>
      <ul>
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}

/** Says that nothing was published, and the first point that blocks it. */
export function Stopped({ point }: { point: string | undefined }) {
  const t = useText();
  if (!point) return null;
  return (
    <p className="notice notice--refused" role="alert">
      {t('This must be fixed first: {point}', { point: t.said(point) })}
    </p>
  );
}
