import { Button } from '@fluentui/react-components';
import { ShieldError24Regular } from '@fluentui/react-icons';
import { i18n } from '@lingui/core';
import { useApp } from '../../store/app-store';
import { EmptyState } from '../../ui/EmptyState';

/** In place of what is told of customers while there is none, with the way to add one. `text`: what appears here then. */
export function NoTenantsYet({ text }: { text: string }) {
  const go = useApp((state) => state.go);
  return (
    <EmptyState
      icon={<ShieldError24Regular />}
      title={i18n.t('No tenants yet')}
      actions={
        <Button appearance="primary" onClick={() => go({ page: 'tenants', tenantId: null })}>
          {i18n.t('Go to tenants')}
        </Button>
      }
    >
      {text}
    </EmptyState>
  );
}
