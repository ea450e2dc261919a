import { css } from '@emotion/css';
import { useState } from 'react';
import { dateTimeFormat } from '@grafana/data';
import { Alert, EmptyState, RadioButtonGroup, TextLink } from '@grafana/ui';
import { AlertingPage } from './AlertingPage';
import type { InboxAnswer } from './answers';
import { durationWords } from './durationWords';
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
  const shown = inbox.messages.filter((message) => route === ALL || message.route === route);
  return (
    <>
      <Unseen {...inbox} />
      {routes.length > 0 && (
        <RadioButtonGroup
          size="sm"
          aria-label="Route"
          value={route}
          onChange={setRoute}
          options={[{ label: 'All', value: ALL }, ...routes.map((name) => ({ label: name, value: name }))]}
        />
      )}
      {shown.length === 0 ? (
        <EmptyState variant="completed" message={route === ALL ? 'Nobody had to be told' : `Nothing for ${route}`}>
          {listening(inbox)}
        </EmptyState>
      ) : (
        <>
          <ul className={css({ listStyle: 'none', margin: '16px 0' })} aria-label="Messages">
            {shown.map((message) => (
              <MessageCard key={message.id} message={message} />
            ))}
          </ul>
          {inbox.sent > inbox.messages.length && (
            <p>
              The newest {inbox.messages.length} of {inbox.sent} messages; older ones are not kept.
            </p>
          )}
          <p>{listening(inbox)}</p>
        </>
      )}
    </>
  );
}

const listening = ({ since, rules }: InboxAnswer) =>
  `Listening since ${dateTimeFormat(since)} (${durationWords(Date.now() - since)}): ${rules} rules are evaluated.`;

/** An empty inbox says nothing of what is not seen: that is said here. */
function Unseen({ refused, failing, undelivered }: InboxAnswer) {
  const rules = <TextLink href="/alerting/list">Rules</TextLink>;
  return (
    <>
      {undelivered && <Alert title="Messages cannot be sent">{undelivered}</Alert>}
      {failing > 0 && (
        <Alert title={`${failing} rules could not be evaluated: what they watch is not seen`}>See {rules}.</Alert>
      )}
      {refused > 0 && (
        <Alert severity="warning" title={`${refused} rules are not evaluated here`}>
          See {rules}. A Grafana evaluates them.
        </Alert>
      )}
    </>
  );
}
