import { useContext } from 'react';
import { TextContext } from './text-context';

/** The admin's texts, in components that run in the browser (components/text/server.ts has those of the server). */
export function useText() {
  return useContext(TextContext);
}
