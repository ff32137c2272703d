import { Toast, ToastBody, Toaster, ToastTitle, useToastController } from '@fluentui/react-components';
import { useMemo } from 'react';

const TOASTER = 'notices';

/** Where short notices appear. Once per page. */
export function Notices() {
  return <Toaster toasterId={TOASTER} position="bottom-end" pauseOnHover />;
}

/** Says briefly what was done, or in words why it was not. */
export function useNotices(): { done(text: string): void; failed(title: string, text: string): void } {
  const { dispatchToast } = useToastController(TOASTER);
  return useMemo(
    () => ({
      done: (text) =>
        dispatchToast(
          <Toast>
            <ToastTitle>{text}</ToastTitle>
          </Toast>,
          { intent: 'success', timeout: 4000 },
        ),
      failed: (title, text) =>
        dispatchToast(
          <Toast>
            <ToastTitle>{title}</ToastTitle>
            <ToastBody>{text}</ToastBody>
          </Toast>,
          { intent: 'error', timeout: 10_000 },
        ),
    }),
    [dispatchToast],
  );
}
