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

/** A textarea with a default value that keeps what was typed before hydration; React 19 resets it. */
export function LosslessTextarea({ ref, ...props }: Props) {
  const element = useRef<HTMLTextAreaElement>(null);
  const isHydrating = useSyncExternalStore(
    () => () => {},
    () => false,
    () => true,
  );
  const [typed] = useState(() => (isHydrating ? typedInto(props.id) : null));
  useImperativeHandle(ref, () => element.current!, []);

  useLayoutEffect(() => {
    if (typed !== null && element.current) element.current.value = typed;
  }, [typed]);

  return <textarea ref={element} {...props} />;
}

// Parents render before React takes over the server's elements.
function typedInto(id: string) {
  if (typeof document === 'undefined') return null;
  const field = document.getElementById(id);
  return field instanceof HTMLTextAreaElement && field.value !== field.defaultValue ? field.value : null;
}
