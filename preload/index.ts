import { contextBridge, ipcRenderer } from 'electron';
import { type Bridge, CALL_CHANNEL, EVENT_CHANNEL } from '../contract/channels';

/** A lens without logic: main checks the sender and both directions against the contract. */
const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input),
  on: (listener) => {
    const forward = (_event: unknown, name: string, payload: unknown) => listener(name, payload);
    ipcRenderer.on(EVENT_CHANNEL, forward);
    return () => {
      ipcRenderer.off(EVENT_CHANNEL, forward);
    };
  },
};

contextBridge.exposeInMainWorld('tenantry', Object.freeze(bridge));
