import { useCallback, useRef, useState } from 'react';
import { IMPORT_PAGE_ROWS, type ImportRow, type RowKind } from '../../../contract/tenant-files';
import type { RowSpan } from '../../ui/grouped-rows';
import { call } from '../../bridge/client';

/**
 * Rows of an open import, asked for page by page as they come into view: a file may have 100,000. For one file and kind as long as the
 * component lives; show another by giving it another key.
 */
export function useImportRows(importId: string, kind: RowKind | null) {
  const [pages, setPages] = useState<ReadonlyMap<number, readonly ImportRow[]>>(new Map());
  const asked = useRef(new Set<number>());

  const want = useCallback(
    (spans: readonly RowSpan[]) => {
      for (const page of spans.flatMap((span) => span.map((row) => Math.floor(row / IMPORT_PAGE_ROWS)))) {
        if (asked.current.has(page)) continue;
        asked.current.add(page);
        void call('tenants.importRows', { importId, kind, offset: page * IMPORT_PAGE_ROWS, limit: IMPORT_PAGE_ROWS }).then((result) => {
          if (result.ok) setPages((now) => new Map(now).set(page, result.value));
          else asked.current.delete(page);
        });
      }
    },
    [importId, kind],
  );
  const rowAt = (index: number): ImportRow | undefined => pages.get(Math.floor(index / IMPORT_PAGE_ROWS))?.[index % IMPORT_PAGE_ROWS];
  return { rowAt, want };
}
