import { type CapabilitySample, type capabilityOf } from '@cellthread/chart';
import { useEffect, useState } from 'react';

type Capability = ReturnType<typeof capabilityOf>;

const known = new WeakMap<CapabilitySample, Capability>();

/** Capability of a stream, `undefined` until it is there. */
export function useCapability(sample: CapabilitySample | null): Capability | undefined {
  const [, setFound] = useState<CapabilitySample | null>(null);
  useEffect(() => {
    if (!sample || known.has(sample)) {
      return;
    }
    let wanted = true;
    void import('./capability').then(({ capabilityOf }) => {
      if (wanted) {
        known.set(sample, capabilityOf(sample));
        setFound(sample);
      }
    });
    return () => {
      wanted = false;
    };
  }, [sample]);
  return sample ? known.get(sample) : null;
}
