import './polyfills.js';
import './base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { LANGUAGE_TAG } from '../ui/t.js';
import { App } from './app.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html lost its #root');
document.documentElement.lang = LANGUAGE_TAG;
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
