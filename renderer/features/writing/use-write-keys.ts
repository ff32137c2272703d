import { i18n } from '@lingui/core';
import type { IncidentKey } from '../../../contract/ids';
import { useKeys } from '../../keys/use-keys';
import { useApp } from '../../store/app-store';
import type { WriteKind } from '../../store/writes-slice';

const ORDERS: readonly { kind: WriteKind; key: string; label: string }[] = [
  { kind: 'assign', key: 'a', label: /*i18n*/ 'Assign the ticked incidents, or this one' },
  { kind: 'status', key: 's', label: /*i18n*/ 'Set their status' },
  { kind: 'classify', key: 'c', label: /*i18n*/ 'Classify them' },
  { kind: 'tags', key: 't', label: /*i18n*/ 'Change their tags' },
  { kind: 'comment', key: 'n', label: /*i18n*/ 'Comment on them' },
];

/** Keys that change incidents: those ticked, else the one in hand. */
export function useWriteKeys(inHand: () => IncidentKey | null): void {
  const picked = useApp((state) => state.picked);
  const order = useApp((state) => state.order);
  useKeys(
    ORDERS.map(({ kind, key, label }) => ({
      id: `write ${kind}`,
      label: i18n.t(label),
      group: 'Queue' as const,
      keys: [key],
      run: () => {
        const one = inHand();
        order(kind, picked.size > 0 ? [...picked.values()] : one ? [one] : []);
      },
    })),
  );
}
