import type { CallError } from '../../../contract/result';
import { diagnose } from './diagnosis';

export interface ErrorWords {
  title: string;
  text: string;
}

/** Words for a call that did not do what was asked. A code without words does not compile. */
export function errorWords({ code, problem, correlationId }: CallError): ErrorWords {
  switch (code) {
    case 'internal':
      return {
        title: 'Something went wrong in Tenantry',
        text: correlationId
          ? `Try again. If it stays, report it with this ID: ${correlationId}`
          : 'Try again. If it stays, restart Tenantry.',
      };
    case 'badInput':
      return { title: 'That cannot be used', text: 'Check what was entered or chosen, and try again.' };
    case 'notFound':
      return { title: 'No longer there', text: 'It was removed or changed in the meantime.' };
    case 'alreadyExists':
      return { title: 'Already in the list', text: 'It was added before.' };
    case 'noPartnerApp':
      return { title: 'No partner app yet', text: 'Enter your app registration and its secret on the Partner app page first.' };
    case 'cancelled':
      return { title: 'Cancelled', text: 'Nothing was changed.' };
    case 'storeClosed':
      return { title: 'The store is not open', text: 'See the notice at the top of the window.' };
    case 'notSaved':
      return { title: 'Not saved', text: 'The file could not be written there. Choose another folder.' };
    case 'noClipboard':
      return {
        title: 'Not copied',
        text: 'The clipboard of this computer did not take it. Close what may be holding the clipboard, and try again.',
      };
    case 'notProven':
      return { title: 'Not switched', text: 'The credential was not proven, or too long ago. Prove it again first.' };
    case 'problem': {
      if (!problem) return { title: 'It did not work', text: 'The service refused without a reason.' };
      const { title, cause, nextStep } = diagnose(problem);
      return { title, text: `${cause} ${nextStep}` };
    }
  }
}
