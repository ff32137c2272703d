import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { i18n } from '@lingui/core';
import { KeyCaps } from './KeyCaps';
import type { KeyAction } from './keymap';
import { useAllKeys } from './use-keys';
import './keys.css';

const GROUPS: readonly KeyAction['group'][] = [
  /*i18n*/ 'Queue',
  /*i18n*/ 'Incident',
  /*i18n*/ 'Overview',
  /*i18n*/ 'Tenants',
  /*i18n*/ 'Hunting',
  /*i18n*/ 'Tokens',
  /*i18n*/ 'Partner app',
  /*i18n*/ 'Settings',
  /*i18n*/ 'Go to',
  /*i18n*/ 'Everywhere',
];

/** All keys that mean something on the page in view. */
export function KeyList({ onClose }: { onClose(): void }) {
  const actions = useAllKeys().filter(({ keys }) => keys.length > 0);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="key-list">
        <DialogBody>
          <DialogTitle>{i18n.t('Keys')}</DialogTitle>
          <DialogContent className="key-list-groups" tabIndex={0} role="region" aria-label={i18n.t('Keys')}>
            <div className="key-list-columns">
              {GROUPS.map((group) => {
                const own = actions.filter((action) => action.group === group);
                if (own.length === 0) return null;
                return (
                  <section key={group} aria-label={i18n.t(group)}>
                    <h3>{i18n.t(group)}</h3>
                    <dl>
                      {own.map(({ id, label, keys }) => (
                        <div key={id}>
                          <dt>
                            <KeyCaps keys={keys} />
                          </dt>
                          <dd>{label}</dd>
                        </div>
                      ))}
                    </dl>
                  </section>
                );
              })}
            </div>
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>{i18n.t('Close')}</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
