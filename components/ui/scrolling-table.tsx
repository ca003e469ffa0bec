import type { ReactNode } from 'react';
import { ScrollRegion } from './scroll-region';

/** A table that scrolls sideways where it does not fit. */
export function ScrollingTable({ label, children }: { label: string; children: ReactNode }) {
  return (
    <ScrollRegion label={label} className="table-wrap">
      <table className="table">{children}</table>
    </ScrollRegion>
  );
}
