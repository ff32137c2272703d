import { i18n } from '@lingui/core';
import { exportColumn, type ViewFormat } from '../../../contract/export';
import type { TenantId } from '../../../contract/ids';
import type { SearchCoverage } from '../../../contract/sightings';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { listQuery } from '../../store/incident-filter';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';

/** Writes the queue as it is on screen to a file, and says how that ended. */
export function useExportView(tenantId: TenantId | null): { busy: boolean; exportView(format: ViewFormat): Promise<void> } {
  const notices = useNotices();
  const { busy, run } = useAction();
  const exportView = async (format: ViewFormat) => {
    const { filter, layout } = useApp.getState();
    const columns = layout.columns.flatMap(({ id }) => exportColumn.safeParse(id).data ?? []);
    const result = await run(() => call('export.view', { query: listQuery(tenantId, filter), format, columns }));
    if (!result.ok) return;
    const answer = result.value;
    if (answer.outcome === 'refused') {
      notices.failed(i18n.t('{file} could not be written', { file: answer.fileName }), answer.detail);
      return;
    }
    const text = i18n.t('{count, plural, one {# incident} other {# incidents}} written to {file}', {
      count: answer.incidents,
      file: answer.fileName,
    });
    const gaps = gapWords(answer);
    if (gaps === '') notices.done(text);
    else notices.warned(text, gaps);
  };
  return { busy, exportView };
}

/** Why incidents may be missing from a file that was written; empty: none is. */
function gapWords({ notWhole, search }: { notWhole: number; search: SearchCoverage | null }): string {
  const gaps: string[] = [];
  if (notWhole > 0)
    gaps.push(
      i18n.t('{count, plural, one {# tenant was} other {# tenants were}} not read whole lately: the file names them.', { count: notWhole }),
    );
  if (search)
    gaps.push(
      i18n.t(
        'The search covered {searchable, number} of {total, number} incidents: some may be missing, and the file says so. Export again when it covers all.',
        { searchable: search.searchable, total: search.total },
      ),
    );
  return gaps.join(' ');
}
