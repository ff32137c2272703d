import { Button } from '@fluentui/react-components';
import { BuildingMultiple24Regular, ErrorCircle24Regular, Search24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useApp } from '../../store/app-store';
import { EmptyState } from '../../ui/EmptyState';
import { errorWords } from '../common/error-words';

interface NoTenantsProps {
  /** There are tenants, but none fits the search. */
  searched: boolean;
  failed: boolean;
  onAdd(): void;
}

/** In place of the table's rows. */
export function NoTenants({ searched, failed, onAdd }: NoTenantsProps) {
  const error = useApp((state) => state.tenantsError);
  const connected = useApp(({ status }) => Boolean(status?.partnerApps.length));
  const go = useApp((state) => state.go);
  const loadTenants = useApp((state) => state.loadTenants);
  if (failed && error) {
    const { title, text } = errorWords(error);
    return (
      <EmptyState
        icon={<ErrorCircle24Regular />}
        title={title}
        actions={<Button onClick={() => void loadTenants()}>{i18n.t('Try again')}</Button>}
      >
        {text}
      </EmptyState>
    );
  }
  if (searched) return <EmptyState icon={<Search24Regular />} title={i18n.t('No tenant fits the search')} />;
  return (
    <EmptyState
      icon={<BuildingMultiple24Regular />}
      title={i18n.t('No tenants yet')}
      actions={
        connected ? (
          <Button onClick={onAdd}>{i18n.t('Add the first one')}</Button>
        ) : (
          <Button appearance="primary" onClick={() => go({ page: 'partnerApp' })}>
            {i18n.t('Set up the partner app')}
          </Button>
        )
      }
    >
      {connected
        ? i18n.t('Add a customer by its tenant ID or by one of its domains. Then send its administrator the consent link.')
        : i18n.t('Set up your partner app first: customers are looked up in the cloud it is registered in.')}
    </EmptyState>
  );
}
