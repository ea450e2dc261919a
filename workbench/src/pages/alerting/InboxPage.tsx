import { css } from '@emotion/css';
import { useState } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { Alert, EmptyState, RadioButtonGroup, TextLink } from '@grafana/ui';
import { AlertingPage } from './AlertingPage';
import type { InboxAnswer } from './answers';
import { durationWords } from './durationWords';
import { inboxWords, routeText } from './inboxWords';
import { MessageCard } from './MessageCard';
import { usePolled } from './usePolled';

const ALL = '';

/** What mail and chat would have got, newest first. */
export default function InboxPage() {
  const polled = usePolled<InboxAnswer>('/api/inbox');
  return (
    <AlertingPage title="Inbox" polled={polled}>
      {(inbox) => <Messages inbox={inbox} />}
    </AlertingPage>
  );
}

function Messages({ inbox }: { inbox: InboxAnswer }) {
  const [route, setRoute] = useState(ALL);
  const routes = [...new Set(inbox.messages.map((message) => message.route))].sort();
  const say = inboxWords(inbox.language);
  const shown = inbox.messages.filter((message) => route === ALL || message.route === route);
  return (
    <>
      <Unseen {...inbox} />
      {routes.length > 0 && (
        <RadioButtonGroup
          size="sm"
          aria-label={say.route}
          value={route}
          onChange={setRoute}
          options={[{ label: say.all, value: ALL }, ...routes.map((id) => ({ label: routeText(say, id), value: id }))]}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState variant="completed" message={route === ALL ? say.nobody : say.nobodyOf(routeText(say, route))}>
          {listening(inbox)}
        </EmptyState>
      ) : (
        <>
          <ul className={css({ listStyle: 'none', margin: '16px 0' })} aria-label={say.messages}>
            {shown.map((message) => (
              <MessageCard key={message.id} message={message} say={say} />
            ))}
          </ul>
          {inbox.sent > inbox.messages.length && <p>{say.newest(inbox.messages.length, inbox.sent)}</p>}
          <p>{listening(inbox)}</p>
        </>
      )}
    </>
  );
}

const listening = ({ since, rules, language }: InboxAnswer) =>
  inboxWords(language).listening(dateTimeFormat(since), durationWords(Date.now() - since), rules);

/** An empty inbox says nothing of what is not seen: that is said here. */
function Unseen({ refused, failing, undelivered, language }: InboxAnswer) {
  const say = inboxWords(language);
  const rules = <TextLink href="/alerting/list">{say.rules}</TextLink>;
  return (
    <>
      {undelivered && <Alert title={say.unsent}>{undelivered}</Alert>}
      {failing > 0 && (
        <Alert title={say.failing(failing)}>
          {say.see} {rules}.
        </Alert>
      )}
      {refused > 0 && (
        <Alert severity="warning" title={say.refused(refused)}>
          {say.see} {rules}. {say.elsewhere}
        </Alert>
      )}
    </>
  );
}
