import { ShieldCheckmark24Regular } from '@fluentui/react-icons';
import type { Alert } from '../../../contract/incident';
import { EmptyState } from '../../ui/EmptyState';
import { AlertCard } from './AlertCard';
import { inTimeOrder } from './alert-order';
import { MoreOnDemand } from './MoreOnDemand';

/** All alerts in the order they happened. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  if (alerts.length === 0) return <EmptyState icon={<ShieldCheckmark24Regular />} title="No alerts in this incident" />;
  return (
    <MoreOnDemand items={inTimeOrder(alerts)} noun="alerts">
      {(alert, index) => <AlertCard key={`${index} ${alert.alertId}`} alert={alert} />}
    </MoreOnDemand>
  );
}
