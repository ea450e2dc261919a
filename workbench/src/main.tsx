import { createRoot } from 'react-dom/client';
import { startHost } from './host/startHost';
import { interceptLinkClicks } from './shell/interceptLinkClicks';
import { keepTheme } from './shell/keepTheme';
import { Providers } from './shell/Providers';
import { Pages } from './pages/Pages';

async function main(): Promise<void> {
  await startHost();
  keepTheme();
  document.addEventListener('click', interceptLinkClicks);
  const root = document.getElementById('root');
  if (!root) {
    throw new Error('index.html has no #root');
  }
  createRoot(root).render(
    <Providers>
      <Pages />
    </Providers>
  );
}

void main();
