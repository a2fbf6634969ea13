import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import '@mantine/dropzone/styles.css';
import '@mantine/charts/styles.css';
import '../ui/tokens.css';
import '../ui/base.css';
import './theme.css';
import './manager.css';
import { createRoot } from 'react-dom/client';
import { ManagerRoot } from './manager-root.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The manager page has no root element');
createRoot(root).render(<ManagerRoot />);
