import { Toast, ToastBody, Toaster, ToastTitle, useToastController } from '@fluentui/react-components';
import { useMemo } from 'react';

const TOASTER = 'notices';
const ABOVE_STATUS_BAR = { vertical: 40 };

/** Where short notices appear. Once per page. */
export function Notices() {
  return <Toaster toasterId={TOASTER} position="bottom" offset={ABOVE_STATUS_BAR} pauseOnHover />;
}

/** Says briefly what was done, or in words why it was not. */
export function useNotices(): {
  done(text: string): void;
  warned(title: string, text?: string): void;
  failed(title: string, text: string): void;
} {
  const { dispatchToast, dismissAllToasts } = useToastController(TOASTER);
  return useMemo(() => {
    const say = (intent: 'success' | 'warning' | 'error', timeout: number) => (title: string, text?: string) => {
      // One at a time: a stack of notices hides the page.
      dismissAllToasts();
      dispatchToast(
        <Toast>
          <ToastTitle>{title}</ToastTitle>
          {text && <ToastBody>{text}</ToastBody>}
        </Toast>,
        { intent, timeout },
      );
    };
    return { done: say('success', 4000), warned: say('warning', 5000), failed: say('error', 10_000) };
  }, [dispatchToast, dismissAllToasts]);
}
