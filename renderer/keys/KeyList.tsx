import { Button, Dialog, DialogActions, DialogBody, DialogContent, DialogSurface, DialogTitle } from '@fluentui/react-components';
import { KeyCaps } from './KeyCaps';
import type { KeyAction } from './keymap';
import { useAllKeys } from './use-keys';
import './keys.css';

const GROUPS: readonly KeyAction['group'][] = ['Queue', 'Incident', 'Go to', 'Everywhere'];

/** All keys that mean something on the page in view. */
export function KeyList({ onClose }: { onClose(): void }) {
  const actions = useAllKeys().filter(({ keys }) => keys.length > 0);
  return (
    <Dialog open onOpenChange={(_event, { open }) => !open && onClose()}>
      <DialogSurface className="key-list">
        <DialogBody>
          <DialogTitle>Keys</DialogTitle>
          <DialogContent className="key-list-groups">
            {GROUPS.map((group) => {
              const own = actions.filter((action) => action.group === group);
              if (own.length === 0) return null;
              return (
                <section key={group} aria-label={group}>
                  <h3>{group}</h3>
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
          </DialogContent>
          <DialogActions>
            <Button onClick={onClose}>Close</Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
