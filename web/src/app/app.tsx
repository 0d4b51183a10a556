import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ReactElement, useEffect, useRef } from 'react';
import { onSessionEnd } from '../api/client.js';
import { Problem, sentenceOf } from '../api/problem.js';
import { isBusiness, sessionQuery } from '../api/queries.js';
import type { Session } from '../api/types.js';
import { readFilters } from '../desk/desk-filters.js';
import { askAhead } from '../desk/desk-lists.js';
import { ErrorBoundary } from '../ui/error-boundary.js';
import { fetched } from '../ui/fetched.js';
import { t } from '../ui/t.js';
import { DeskApp } from './desk-app.js';
import { FirstStartPage } from './first-start-page.js';
import { AWAITS_INSTALL, MAY_HAVE_SESSION } from './page-notes.js';
import { SignInPage } from './sign-in-page.js';

const DuePage = fetched(() => import('./due-page.js'), null);

const client = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => count < 2 && error instanceof Problem && error.status === 0,
    },
  },
});

// Whoever has a session most likely works on: who it is and what waits for him are asked for before anything is drawn.
if (MAY_HAVE_SESSION) {
  void client.prefetchQuery(sessionQuery);
  if (location.pathname === '/desk') askAhead(client, readFilters(new URLSearchParams(location.search)));
}

export function App(): ReactElement {
  return (
    <QueryClientProvider client={client}>
      <SessionGate />
    </QueryClientProvider>
  );
}

/** Whoever is signed in works; a session that ends asks for the password over the page, which stays as it is. */
function SessionGate(): ReactElement | null {
  const queryClient = useQueryClient();
  const {
    data: session,
    error,
    isPending,
    refetch,
  } = useQuery({
    ...sessionQuery,
    ...(!MAY_HAVE_SESSION && { initialData: null }),
  });
  const last = useRef<Session | null>(null);
  useEffect(() => onSessionEnd(() => queryClient.setQueryData(sessionQuery.queryKey, null)), [queryClient]);
  if (session) last.current = session;

  // As long as nothing is drawn the page shows the frame it brought along.
  if (isPending) return null;
  if (error !== null) return <Unreachable sentence={sentenceOf(error)} retry={() => void refetch()} />;
  if (session && session.due.length > 0) {
    return (
      <ErrorBoundary>
        <DuePage session={session} />
      </ErrorBoundary>
    );
  }
  const working = session ?? last.current;
  const signedIn = (next: Session): void => {
    if (next.user.id !== last.current?.user.id) queryClient.removeQueries({ predicate: isBusiness });
    queryClient.setQueryData(sessionQuery.queryKey, next);
    void queryClient.invalidateQueries({ predicate: isBusiness });
  };
  return (
    <>
      {working !== null && (
        <ErrorBoundary>
          <DeskApp
            key={working.user.id}
            session={working}
            isOver={session === null}
            onSignIn={signedIn}
            onSignOut={() => (last.current = null)}
          />
        </ErrorBoundary>
      )}
      {session === null && !AWAITS_INSTALL && <SignInPage ended={last.current} onSignIn={signedIn} />}
      {session === null && AWAITS_INSTALL && <FirstStartPage />}
    </>
  );
}

function Unreachable({ sentence, retry }: { sentence: string; retry: () => void }): ReactElement {
  return (
    <main className="sign-in">
      <div className="sign-in-card" role="alert">
        <h1>{t('暂时打不开')}</h1>
        <p>
          {sentence}
          {t('请确认服务已启动、网络畅通，然后重试。')}
        </p>
        <button type="button" className="plain-button" onClick={retry}>
          {t('重试')}
        </button>
      </div>
    </main>
  );
}
