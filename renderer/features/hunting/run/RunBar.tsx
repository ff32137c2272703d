import { Button, Menu, MenuButton, MenuItem, MenuList, MenuPopover, MenuTrigger, Select } from '@fluentui/react-components';
import { ArrowClockwise20Regular, ArrowDownload20Regular, Play20Filled, Stop20Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { huntingSplit, type HuntingExportFormat, type HuntingSplit } from '../../../../contract/hunting';
import { ActionButton } from '../../../keys/ActionButton';
import { useCommands } from '../../../keys/use-keys';

interface RunBarProps {
  split: HuntingSplit;
  onSplit(split: HuntingSplit): void;
  /** Why it cannot be run now; null: it can. */
  hindrance: string | null;
  running: boolean;
  onRun(): void;
  onCancel(): void;
}

const SPLITS: Readonly<Record<HuntingSplit, string>> = {
  none: /*i18n*/ 'In one piece',
  auto: /*i18n*/ 'Split where needed',
  day: /*i18n*/ 'Split by day',
  hour: /*i18n*/ 'Split by hour',
};

/** Starts a run and ends it. */
export function RunBar({ split, onSplit, hindrance, running, onRun, onCancel }: RunBarProps) {
  return (
    <>
      {running ? (
        <Button appearance="primary" icon={<Stop20Regular />} onClick={onCancel}>
          {i18n.t('Cancel run')}
        </Button>
      ) : (
        <Button
          appearance="primary"
          icon={<Play20Filled />}
          disabledFocusable={hindrance !== null}
          title={hindrance ?? i18n.t('Run (Ctrl+Enter)')}
          onClick={onRun}
        >
          {i18n.t('Run')}
        </Button>
      )}
      <Select
        aria-label={i18n.t('Split by time')}
        title={i18n.t('Each part of the time is asked for on its own: more rows than one answer holds, and no time-outs')}
        value={split}
        onChange={(_event, { value }) => onSplit(huntingSplit.parse(value))}
      >
        {huntingSplit.options.map((option) => (
          <option key={option} value={option}>
            {i18n.t(SPLITS[option])}
          </option>
        ))}
      </Select>
    </>
  );
}

interface AfterRunProps {
  /** A file is being written: one at a time. */
  exporting: boolean;
  again: number;
  onRetry(): void;
  onExport(format: HuntingExportFormat): void;
}

const EXPORTS: readonly { format: HuntingExportFormat; name: string }[] = [
  { format: 'csv', name: 'CSV' },
  { format: 'jsonl', name: 'JSON Lines' },
  { format: 'parquet', name: 'Parquet' },
];

/** What can be done with a run that ended. */
export function AfterRun({ exporting, again, onRetry, onExport }: AfterRunProps) {
  useCommands(
    'Hunting',
    (exporting ? [] : EXPORTS).map(({ format, name }) => ({
      id: `hunting export ${format}`,
      label: i18n.t('Export the rows as {format}…', { format: name }),
      run: () => onExport(format),
    })),
  );
  return (
    <>
      {again > 0 && (
        <ActionButton group="Hunting" size="small" icon={<ArrowClockwise20Regular />} onClick={onRetry}>
          {i18n.t('Run the {again, plural, one {# that is} other {# that are}} not whole again', { again })}
        </ActionButton>
      )}
      <Menu>
        <MenuTrigger disableButtonEnhancement>
          <MenuButton size="small" disabled={exporting} icon={<ArrowDownload20Regular />}>
            {i18n.t('Export')}
          </MenuButton>
        </MenuTrigger>
        <MenuPopover>
          <MenuList>
            {EXPORTS.map(({ format, name }) => (
              <MenuItem key={format} onClick={() => onExport(format)}>
                {`${name}…`}
              </MenuItem>
            ))}
          </MenuList>
        </MenuPopover>
      </Menu>
    </>
  );
}
