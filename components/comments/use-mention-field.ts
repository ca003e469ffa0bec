import { useEffect, useState } from 'react';

/** The field for a text in which "@" was typed last; null before. */
export function useMentionField() {
  const [field, setField] = useState<HTMLTextAreaElement | null>(null);
  useEffect(() => {
    const look = ({ target, data }: Event & { data?: string | null }) => {
      if (data?.endsWith('@') && target instanceof HTMLTextAreaElement && target.name === 'body') setField(target);
    };
    document.addEventListener('input', look);
    return () => document.removeEventListener('input', look);
  }, []);
  return field;
}
