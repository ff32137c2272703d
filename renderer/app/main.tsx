import '../bridge/zod-without-eval';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { followEvents } from './follow-events';
import { followLanguage } from './follow-language';
import { followHash } from './follow-hash';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
followHash();
followEvents();
await followLanguage();
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
