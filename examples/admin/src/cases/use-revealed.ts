import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { BihuanProvider, LogRef } from '../providers/data-provider.ts';
import type { Explanation } from '../providers/wire.ts';
import { type Revealed, withRevealed } from './revealed.ts';

export interface PersonalAccess {
  /** Shows what is personal in the clear; the server puts it on record. */
  readonly reveal: () => Promise<void>;
  readonly hide: () => void;
}

/** A case with what this person was shown of it. It is kept by the page alone: whoever leaves it and comes back asks again. */
export function useRevealed(log: LogRef, explanation: Explanation | undefined): PersonalAccess & { readonly shown: Explanation | undefined } {
  const provider = useDataProvider<BihuanProvider>();
  const queries = useQueryClient();
  const [revealed, setRevealed] = useState<Revealed>();
  return {
    shown: explanation && withRevealed(explanation, revealed),
    reveal: async () => {
      const clear = await provider.reveal(log);
      if (explanation) setRevealed({ masked: explanation, clear });
      await queries.invalidateQueries();
    },
    hide: () => setRevealed(undefined),
  };
}
