import { css } from '@emotion/css';
import { EmptyView, onPaper } from '@cellthread/panelkit';
import { type GrafanaTheme2 } from '@grafana/data';
import { ScrollContainer, useStyles2 } from '@grafana/ui';
import { useCallback, useEffect, useState } from 'react';
import { changesOf, type Proposal } from '../send/changesOf';
import { measurementsOf } from '../send/measurementsOf';
import { outcomeOfFailure } from '../send/Outcome';
import { useRights } from '../send/useRights';
import { type Words } from '../words/Words';
import { ProposalItem } from './ProposalItem';

interface Props {
  /** Uid of the data source that stores; empty where none can be asked. */
  datasource: string;
  /** Changes whenever the dashboard is read anew. */
  asked: number;
  words: Words;
  width: number;
  height: number;
  timeZone: string;
  onStored: () => void;
}

/** Changes of limits and of the plan that wait for approval, with what they change. */
export function ChangesView({ datasource, asked, words, width, height, timeZone, onStored }: Props) {
  const s = useStyles2(getStyles);
  const { changes } = useRights(datasource);
  const [open, setOpen] = useState<readonly Proposal[] | null>(null);
  const [site, setSite] = useState('');
  const [failure, setFailure] = useState('');
  const say = words.change;

  const read = useCallback(async () => {
    try {
      const [proposals, form] = await Promise.all([changesOf(datasource).open(), measurementsOf(datasource).form('')]);
      setOpen(proposals);
      setSite(form.sites[0]?.id ?? '');
      setFailure('');
    } catch (error) {
      const outcome = outcomeOfFailure(error);
      setFailure('text' in outcome ? outcome.text : '');
    }
  }, [datasource]);
  useEffect(() => {
    if (datasource !== '') {
      void read();
    }
  }, [datasource, asked, read]);

  if (datasource === '' || !open || open.length === 0) {
    const known = open !== null && failure === '';
    return (
      <EmptyView
        title={known ? say.nothing : datasource === '' || failure ? say.nowhere : '…'}
        lines={failure ? [failure] : []}
        {...(known && { icon: 'check-circle' as const })}
        alarm={failure !== ''}
        {...{ width, height }}
      />
    );
  }
  return (
    <div style={{ width, height }} className={s.panel} data-testid="cellthread-worklist-changes">
      <ScrollContainer>
        {failure && (
          <p className={s.bad} role="alert">
            {failure}
          </p>
        )}
        <ul className={s.list}>
          {open.map((proposal) => (
            <ProposalItem
              key={proposal.id}
              {...{ proposal, words, timeZone }}
              may={changes}
              onDecide={async (what, text) => {
                const outcome = await changesOf(datasource).decide(proposal, what, site, text);
                if (outcome.state === 'stored') {
                  await read();
                  onStored();
                }
                return outcome;
              }}
            />
          ))}
        </ul>
      </ScrollContainer>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ display: 'flex', flexDirection: 'column', minHeight: 0, ...onPaper }),
  list: css({ listStyle: 'none', margin: 0, padding: 0 }),
  bad: css({ margin: theme.spacing(0.5, 1), color: theme.colors.error.text }),
});
