'use client';

import {
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentProps,
} from 'react';

type Props = Omit<ComponentProps<'textarea'>, 'id'> & { id: string };

/**
 * A textarea with a default value that keeps what was typed before hydration, and the cursor in it;
 * React 19 resets both.
 */
export function LosslessTextarea({ ref, ...props }: Props) {
  const element = useRef<HTMLTextAreaElement>(null);
  const isHydrating = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [before] = useState(() => (isHydrating ? beforeHydration(props.id) : null));
  useImperativeHandle(ref, () => element.current!, []);

  useLayoutEffect(() => {
    const field = element.current;
    if (!before || !field || field.value !== field.defaultValue) return;
    field.value = before.value;
    field.setSelectionRange(...before.selection);
  }, [before]);

  return <textarea ref={element} {...props} />;
}

// Parents render before React takes over the server's elements.
function beforeHydration(id: string) {
  if (typeof document === 'undefined') return null;
  const field = document.getElementById(id);
  if (!(field instanceof HTMLTextAreaElement)) return null;
  const { value, selectionStart, selectionEnd, selectionDirection } = field;
  if (value === field.defaultValue && document.activeElement !== field) return null;
  return { value, selection: [selectionStart, selectionEnd, selectionDirection] as const };
}
