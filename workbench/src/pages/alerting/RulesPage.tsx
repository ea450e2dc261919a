import { css } from '@emotion/css';
import { useState } from 'react';
import { EmptyState, FilterInput } from '@grafana/ui';
import { useParams } from 'react-router-dom';
import { AlertingPage } from './AlertingPage';
import type { Rule, RulesAnswer } from './answers';
import { RuleRow } from './RuleRow';
import { usePolled } from './usePolled';

/** Every provisioned rule with its state, its health and its last evaluation; what needs a look first. */
export default function RulesPage() {
  const { uid = '' } = useParams();
  const polled = usePolled<RulesAnswer>('/api/prometheus/grafana/api/v1/rules');
  return (
    <AlertingPage title="Rules" polled={polled}>
      {({ data }) => <Rules key={uid} uid={uid} all={data.groups.flatMap(({ rules }) => rules)} />}
    </AlertingPage>
  );
}

function Rules({ all, uid }: { all: Rule[]; uid: string }) {
  const [text, setText] = useState(uid);
  const wanted = all
    .filter((rule) =>
      [rule.uid, rule.name, rule.state, rule.health].join(' ').toLowerCase().includes(text.toLowerCase())
    )
    .sort((a, b) => rank(a) - rank(b));
  const count = (is: (rule: Rule) => boolean) => all.filter(is).length;
  return (
    <>
      <FilterInput value={text} onChange={setText} placeholder="Search by name, state or health" escapeRegex={false} />
      <p className={css({ margin: '8px 0' })}>
        {all.length} rules: {count(({ state }) => state === 'firing')} firing,{' '}
        {count(({ health }) => health === 'error')} failing, {count(({ health }) => health === 'unknown')} not evaluated
        yet, {count(({ health }) => health === 'refused')} not evaluated here
      </p>
      <ul className={css({ listStyle: 'none' })} aria-label="Rules">
        {wanted.map((rule) => (
          <RuleRow key={rule.uid} rule={rule} />
        ))}
      </ul>
      {wanted.length === 0 && <EmptyState variant="not-found" message="No rules found" />}
    </>
  );
}

const rank = ({ health, state }: Rule) =>
  ['error', 'refused'].includes(health) ? 0 : ['firing', 'recovering', 'pending', 'inactive'].indexOf(state) + 1;
