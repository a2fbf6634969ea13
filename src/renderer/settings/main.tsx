// First, before any schema is made.
import './without-eval.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import './settings.css';
import './lists.css';
import './dialogs.css';
import { createRoot } from 'react-dom/client';
import { SettingsApp } from './settings-app.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The settings page has no root element');
createRoot(root).render(<SettingsApp />);
