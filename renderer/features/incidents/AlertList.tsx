import { ShieldCheckmark24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import type { Alert } from '../../../contract/incident';
import { EmptyState } from '../../ui/EmptyState';
import { AlertCard } from './AlertCard';
import { inTimeOrder } from './alert-order';
import { MoreOnDemand } from './MoreOnDemand';

/** All alerts in the order they happened. */
export function AlertList({ alerts }: { alerts: readonly Alert[] }) {
  if (alerts.length === 0) return <EmptyState icon={<ShieldCheckmark24Regular />} title={i18n.t('No alerts in this incident')} />;
  return (
    <MoreOnDemand items={inTimeOrder(alerts)} noun={i18n.t('alerts')}>
      {(alert, index) => <AlertCard key={`${index} ${alert.alertId}`} alert={alert} />}
    </MoreOnDemand>
  );
}
