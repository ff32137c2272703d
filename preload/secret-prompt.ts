import { contextBridge, ipcRenderer } from 'electron';
import { SECRET_CANCEL_CHANNEL, SECRET_SUBMIT_CHANNEL, type SecretPromptBridge } from '../contract/channels';

const bridge: SecretPromptBridge = {
  submit: (typed) => ipcRenderer.invoke(SECRET_SUBMIT_CHANNEL, typed),
  cancel: () => ipcRenderer.invoke(SECRET_CANCEL_CHANNEL),
};

contextBridge.exposeInMainWorld('secretPrompt', Object.freeze(bridge));
