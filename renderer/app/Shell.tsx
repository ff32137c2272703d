import { Fragment, type ReactNode } from 'react';
import { useApp } from '../store/app-store';
import { AppKeys } from './AppKeys';
import { Banners } from './Banners';
import { NavRail } from './NavRail';
import { Opening } from './Opening';
import { Page } from './Page';
import { StatusBar } from './StatusBar';
import { TitleBar } from './TitleBar';
import { OrderDialog } from '../features/writing/OrderDialog';
import { WritesPanel } from '../features/writing/WritesPanel';
import './shell.css';

/** The frame every page stands in. With another language a page is made anew, but not the one it is chosen on: nothing typed there is lost. */
export function Shell({ language }: { language: string }) {
  const choosing = useApp(({ route }) => route.page === 'settings');
  return (
    <div className="shell">
      <TitleBar />
      <NavRail />
      <ShellPage>
        <Fragment key={choosing ? '' : language}>
          <Page />
        </Fragment>
      </ShellPage>
      <WritesPanel />
      <StatusBar />
      <AppKeys />
      <OrderDialog />
    </div>
  );
}

/** The page's place. The page is given from outside, so that it is not drawn again when the profile is there. */
function ShellPage({ children }: { children: ReactNode }) {
  const ready = useApp(({ status }) => status !== null);
  const failed = useApp(({ statusError }) => statusError !== null);
  return (
    <main className="shell-page" aria-busy={!ready && !failed}>
      <Banners />
      {!ready && !failed && <Opening />}
      {/* Made while the profile opens, and seen once it is there: which page comes first is not known before. */}
      {(ready || !failed) && <div className={ready ? 'shell-content' : 'shell-content unseen'}>{children}</div>}
    </main>
  );
}
