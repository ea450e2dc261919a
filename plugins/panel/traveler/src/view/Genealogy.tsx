import { quantity } from '@cellthread/panelkit';
import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { relationName } from '@cellthread/vocabulary';
import { type TreeNode } from '../read/genealogyTree';
import { type Edge } from '../read/Traveler';

const words: Record<string, string> = relationName;

/** Where the cell comes from, as nested lists. */
export function Genealogy({ root }: { root: TreeNode }) {
  const s = useStyles2(getStyles);
  return (
    <ul className={s.tree}>
      <Branch node={root} />
    </ul>
  );
}

function Branch({ node }: { node: TreeNode }) {
  const s = useStyles2(getStyles);
  return (
    <li className={s.item}>
      <div className={s.row}>
        {node.edge && <span className={s.muted}>{words[node.edge.relation] ?? node.edge.relation}</span>}
        {node.type && <span className={s.type}>{node.type.replaceAll('_', ' ')}</span>}
        <span className={s.id}>{node.id}</span>
        {node.edge && <span className={s.muted}>{place(node.edge)}</span>}
      </div>
      {node.children.length > 0 && (
        <ul className={s.tree}>
          {node.children.map((child, i) => (
            <Branch key={`${child.id}/${i}`} node={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function place({ quantity: amount, unit, lane, fromM, toM }: Edge): string {
  return [
    // Units of an edge are words ("m" is a metre), not ids of the host ("m" is a minute).
    amount === null ? '' : `${quantity(amount, '')} ${unit}`.trim(),
    lane && !lane.startsWith('lane') ? `lane ${lane}` : lane,
    fromM === null ? '' : `${quantity(fromM, '')}${toM === null ? '' : ` to ${quantity(toM, '')}`} m`,
  ]
    .filter(Boolean)
    .join(' · ');
}

const getStyles = (theme: GrafanaTheme2) => ({
  tree: css({
    listStyle: 'none',
    margin: 0,
    paddingLeft: theme.spacing(1.5),
    fontSize: theme.typography.bodySmall.fontSize,
    'ul&': { borderLeft: `1px solid ${theme.colors.border.weak}` },
  }),
  item: css({ padding: theme.spacing(0.25, 0) }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0, 0.75), alignItems: 'baseline' }),
  type: css({ color: theme.colors.text.secondary }),
  id: css({ fontFamily: theme.typography.fontFamilyMonospace, overflowWrap: 'anywhere' }),
  muted: css({ color: theme.colors.text.secondary }),
});
