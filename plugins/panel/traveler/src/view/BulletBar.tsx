import { useTheme2 } from '@grafana/ui';
import { isOutOfSpec } from '../read/route';
import { type Characteristic } from '../read/Traveler';
import { bullet } from './bullet';
import { bulletText } from './bulletText';

const [width, height] = [160, 18];

/** One value against its spec (the wide bar) and its peers (the narrow one: centre ± σ). */
export function BulletBar({ characteristic }: { characteristic: Characteristic }) {
  const { colors, visualization } = useTheme2();
  const b = bullet(characteristic);
  if (!b) {
    return null;
  }
  const bad = isOutOfSpec(characteristic);
  const color = bad ? colors.error.text : colors.text.primary;
  const x = (share: number) => share * width;
  const middle = height / 2;
  return (
    <svg width={width} height={height} role="img" aria-label={bulletText(characteristic)} style={{ display: 'block' }}>
      <title>{bulletText(characteristic)}</title>
      <line x1={0} x2={width} y1={middle} y2={middle} stroke={colors.border.medium} />
      {b.spec && (
        <rect
          x={x(b.spec.from)}
          y={4}
          width={x(b.spec.to - b.spec.from)}
          height={height - 8}
          fill={colors.success.transparent}
          stroke={colors.success.border}
        />
      )}
      {b.peers && (
        <>
          <rect
            x={x(b.peers.from)}
            y={middle - 2}
            width={Math.max(1, x(b.peers.to - b.peers.from))}
            height={4}
            fill={visualization.getColorByName('blue')}
            opacity={0.6}
          />
          <line
            x1={x(b.peers.centre)}
            x2={x(b.peers.centre)}
            y1={4}
            y2={height - 4}
            stroke={visualization.getColorByName('blue')}
          />
        </>
      )}
      {b.target !== null && (
        <line
          x1={x(b.target)}
          x2={x(b.target)}
          y1={2}
          y2={height - 2}
          stroke={colors.text.secondary}
          strokeDasharray="2 2"
        />
      )}
      {b.value !== null && (
        <Mark x={x(b.value)} bad={bad} beyond={b.beyond} color={color} halo={colors.background.primary} />
      )}
    </svg>
  );
}

function Mark({
  x,
  bad,
  beyond,
  color,
  halo,
}: {
  x: number;
  bad: boolean;
  beyond: 'low' | 'high' | null;
  color: string;
  halo: string;
}) {
  const y = height / 2;
  if (beyond) {
    const tip = beyond === 'high' ? width - 1 : 1;
    const foot = beyond === 'high' ? tip - 8 : tip + 8;
    return <path d={`M${tip} ${y}L${foot} ${y - 5}L${foot} ${y + 5}Z`} fill={color} />;
  }
  return bad ? (
    <rect x={x - 4.5} y={y - 4.5} width={9} height={9} fill={color} stroke={halo} />
  ) : (
    <circle cx={x} cy={y} r={4} fill={color} stroke={halo} />
  );
}
