import { Dialog, DialogSurface, Input } from '@fluentui/react-components';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { i18n } from '@lingui/core';
import { useApp } from '../store/app-store';
import { findCommands } from './find-commands';
import { KeyCaps } from './KeyCaps';
import { useAllKeys } from './use-keys';
import './keys.css';

/** Every action and every tenant, found by typing. */
export function CommandPalette({ onClose }: { onClose(): void }) {
  const actions = useAllKeys();
  const tenants = useApp((state) => state.tenants);
  const go = useApp((state) => state.go);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const commands = findCommands(text, {
    actions,
    tenants,
    onTenant: ({ tenantId }, what) =>
      go(what === 'incidents' ? { page: 'incidents', tenantId, incident: null } : { page: 'tenants', tenantId }),
  });
  const at = Math.min(active, commands.length - 1);

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [at, text]);

  const run = (index: number) => {
    const command = commands[index];
    if (!command) return;
    onClose();
    command.run();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // A key that chooses a word of an input method chooses no command.
    if (event.nativeEvent.isComposing) return;
    const move = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (move !== 0) setActive((at + move + commands.length) % Math.max(1, commands.length));
    else if (event.key === 'Enter') run(at);
    else return;
    event.preventDefault();
  };

  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="palette" aria-label={i18n.t('Command palette')}>
        <div className="palette-body">
          <Input
            className="palette-field"
            role="combobox"
            aria-label={i18n.t('Command or tenant')}
            aria-expanded
            aria-controls={`${id}-list`}
            aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
            placeholder={i18n.t('Type an action or a tenant')}
            value={text}
            onChange={(_event, { value }) => {
              setText(value);
              setActive(0);
            }}
            onKeyDown={onKeyDown}
          />
          <div ref={list} id={`${id}-list`} role="listbox" aria-label={i18n.t('Commands')} className="palette-list">
            {commands.map((command, index) => (
              <div
                key={command.id}
                id={`${id}-${index}`}
                role="option"
                aria-selected={index === at}
                className="palette-command"
                onClick={() => run(index)}
              >
                <span className="clip">{command.label}</span>
                <span className="quiet">{command.detail}</span>
                <KeyCaps keys={command.keys} />
              </div>
            ))}
          </div>
          {commands.length === 0 && <p className="quiet palette-none">{i18n.t('Nothing has that name.')}</p>}
        </div>
      </DialogSurface>
    </Dialog>
  );
}
