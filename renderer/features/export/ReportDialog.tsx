import { i18n } from '@lingui/core';
import {
  Button,
  Checkbox,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Radio,
  RadioGroup,
  Select,
} from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { TenantId } from '../../../contract/ids';
import { OVERVIEW_DAYS, overviewDays, type OverviewDays } from '../../../contract/overview';
import type { ReportFormat } from '../../../contract/report';
import type { Tenant } from '../../../contract/tenant';
import { call } from '../../bridge/client';
import { useApp } from '../../store/app-store';
import { useNotices } from '../../ui/notices';
import { useAction } from '../common/use-action';
import { reportGaps } from './report-words';
import './report-form.css';

const ALL = 'all';

/** Which customers a report is made of, over which period and in which form: one file each. */
export function ReportDialog({ tenantId, onClose }: { tenantId: TenantId | null; onClose(): void }) {
  const tenants = useApp((state) => state.tenants);
  const [who, setWho] = useState(tenantId ?? ALL);
  const [days, setDays] = useState<OverviewDays>(30);
  const [formats, setFormats] = useState<readonly ReportFormat[]>(['pdf']);
  const { busy, run } = useAction();
  const notices = useNotices();
  const writing = useApp(({ exporting }) => exporting !== null);
  // How far it is, and what calls it off, stands at the top of the window from now on.
  useEffect(() => {
    if (busy && writing) onClose();
  }, [busy, writing, onClose]);
  const chosen = chosenOf(tenants, who);
  const groups = [...new Set(tenants.map(({ profile }) => profile.group))].filter((group) => group !== '').toSorted();
  const toggle = (format: ReportFormat) =>
    setFormats(formats.includes(format) ? formats.filter((one) => one !== format) : [...formats, format]);

  const write = async () => {
    const wish = { tenantIds: chosen.map((tenant) => tenant.tenantId), days, formats: [...formats] };
    const result = await run(() => call('export.reports', wish));
    if (!result.ok) return;
    onClose();
    const { files, folder, failed } = result.value;
    const title = i18n.t('{count, plural, one {# report file} other {# report files}} written to {folder}', { count: files, folder });
    const gaps = reportGaps(result.value);
    if (failed.length > 0) notices.failed(title, gaps);
    else if (gaps !== '') notices.warned(title, gaps);
    else notices.done(title);
  };

  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{i18n.t('Reports for customers')}</DialogTitle>
          <DialogContent className="report-form">
            <Field label={i18n.t('Customers')} hint={i18n.t('One file each. A report holds nothing of another customer.')}>
              <Select value={who} onChange={(_event, { value }) => setWho(value)}>
                <option value={ALL}>{i18n.t('All {count, number} tenants', { count: tenants.length })}</option>
                {groups.map((group) => (
                  <option key={`group ${group}`} value={`group ${group}`}>
                    {i18n.t('Group {group}', { group })}
                  </option>
                ))}
                {tenants.map((tenant) => (
                  <option key={tenant.tenantId} value={tenant.tenantId}>
                    {tenant.displayName}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={i18n.t('Period')}>
              <RadioGroup
                layout="horizontal"
                value={String(days)}
                onChange={(_event, { value }) => setDays(overviewDays.catch(30).parse(Number(value)))}
              >
                {OVERVIEW_DAYS.map((one) => (
                  <Radio key={one} value={String(one)} label={i18n.t('{days} days', { days: one })} />
                ))}
              </RadioGroup>
            </Field>
            <fieldset>
              <legend>{i18n.t('File format')}</legend>
              <Checkbox label="PDF" checked={formats.includes('pdf')} onChange={() => toggle('pdf')} />
              <Checkbox label="HTML" checked={formats.includes('html')} onChange={() => toggle('html')} />
            </fieldset>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Cancel')}</Button>
            <Button
              appearance="primary"
              disabled={busy || writing || chosen.length === 0 || formats.length === 0}
              onClick={() => void write()}
            >
              {i18n.t('{count, plural, one {Write # report…} other {Write # reports…}}', { count: chosen.length })}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}

function chosenOf(tenants: readonly Tenant[], who: string): readonly Tenant[] {
  if (who === ALL) return tenants;
  return tenants.filter(({ tenantId, profile }) => tenantId === who || `group ${profile.group}` === who);
}
