import { useEffect, useMemo, useState } from 'react';
import { useHunting } from '../hunting-store';
import { withLearned } from '../schema/known-tables';
import { LanguageClient } from './language-client';
import type { TableShape } from './table-shape';

let client: LanguageClient | null = null;

/** The language service, started when hunting is first opened, and the tables it knows. */
export function useLanguage(): { client: LanguageClient; tables: readonly TableShape[] } {
  const learned = useHunting((state) => state.learned);
  const tables = useMemo(() => withLearned(learned), [learned]);
  const [started] = useState(() => (client ??= new LanguageClient(tables)));
  useEffect(() => {
    void started.ask('tables', { tables }).catch(() => undefined);
  }, [started, tables]);
  return { client: started, tables };
}
