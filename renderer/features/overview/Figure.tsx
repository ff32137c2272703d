import { i18n } from '@lingui/core';
import { Button } from '@fluentui/react-components';
import { DataBarVertical16Regular, Table16Regular } from '@fluentui/react-icons';
import { type ReactNode, useId, useState } from 'react';
import type { Tenant } from '../../../contract/tenant';
import { Gaps } from './Gaps';

interface FigureProps {
  title: string;
  /** What is counted, and how. */
  about: string;
  /** The tenants it is about: those that were not read whole lately are named. */
  tenants: readonly Tenant[];
  table: ReactNode;
  children: ReactNode;
}

/** One figure: what it shows, drawn or as a table, and whose numbers may be too low. */
export function Figure({ title, about, tenants, table, children }: FigureProps) {
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <section className={asTable ? 'figure figure-wide' : 'figure'} aria-labelledby={id}>
      <div className="figure-head">
        <h2 id={id}>{title}</h2>
        <Button
          size="small"
          appearance="subtle"
          icon={asTable ? <DataBarVertical16Regular /> : <Table16Regular />}
          aria-pressed={asTable}
          onClick={() => setAsTable(!asTable)}
        >
          {i18n.t('Table')}
          <span className="visually-hidden">: {title}</span>
        </Button>
      </div>
      <p className="quiet figure-about">{about}</p>
      <div className="figure-body">{asTable ? table : children}</div>
      <Gaps tenants={tenants} />
    </section>
  );
}
