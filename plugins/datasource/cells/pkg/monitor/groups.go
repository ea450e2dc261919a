package monitor

import (
	"cmp"
	"slices"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/summary"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// SistersOf parts the streams of a characteristic into groups whose members do the same at the same time from the same lots:
// the positions of a machine that has at least four; and the machines of a line, if they are two. Machines with fewer positions
// stand in the second by their positions. What has no group is not returned.
func SistersOf(keys []summary.Key) [][]summary.Key {
	byMachine := parted(keys, ofMachine)
	var out [][]summary.Key
	var machines []summary.Key
	for _, positions := range byMachine {
		told := slices.DeleteFunc(slices.Clone(positions), func(k summary.Key) bool { return k.Position == "" })
		switch {
		case len(told) >= leastSisters:
			out = append(out, told)
			machines = append(machines, ofMachine(told[0]))
		case len(told) > 0:
			machines = append(machines, told...)
		default:
			machines = append(machines, positions...)
		}
	}
	for _, ofLine := range parted(machines, func(k summary.Key) summary.Key { return atLine(k, k.Line) }) {
		if len(ofLine) > 1 {
			out = append(out, ofLine)
		}
	}
	return out
}

// WholeOf is what parallel streams are parts of: their machine, or their line where they are of several.
func WholeOf(keys []summary.Key) summary.Key {
	machine := ofMachine(keys[0])
	for _, k := range keys {
		if ofMachine(k) != machine {
			return atLine(k, k.Line)
		}
	}
	return machine
}

// MachinesOf parts streams into those of each machine: it and its positions.
func MachinesOf(keys []summary.Key) [][]summary.Key { return parted(keys, ofMachine) }

func ofMachine(k summary.Key) summary.Key {
	k.Stream = k.Machine()
	return k
}

func atLine(k summary.Key, line string) summary.Key {
	k.Stream = k.AtLine(line)
	return k
}

// Finest are the streams of which none is told apart any further: positions where a machine has some, else the machine.
func Finest(keys []summary.Key) []summary.Key {
	parts := map[summary.Key]bool{}
	for _, k := range keys {
		if k.Position != "" {
			parts[ofMachine(k)] = true
		}
	}
	return slices.DeleteFunc(slices.Clone(keys), func(k summary.Key) bool { return parts[k] })
}

// AlikeOf parts streams into those that may be expected to have the same share: the machines of a line, and their positions.
func AlikeOf(keys []summary.Key) [][]summary.Key {
	return parted(keys, func(k summary.Key) summary.Key {
		at := atLine(k, k.Line)
		if k.Position != "" {
			at.Position = "*"
		}
		return at
	})
}

// parted keeps keys with the same part together, all in natural order.
func parted(keys []summary.Key, by func(summary.Key) summary.Key) [][]summary.Key {
	keys = slices.Clone(keys)
	slices.SortFunc(keys, compareKeys)
	at := map[summary.Key]int{}
	var out [][]summary.Key
	for _, key := range keys {
		part := by(key)
		i, known := at[part]
		if !known {
			i = len(out)
			at[part] = i
			out = append(out, nil)
		}
		out[i] = append(out[i], key)
	}
	return out
}

func compareKeys(a, b summary.Key) int {
	return cmp.Or(
		cmp.Compare(a.Site, b.Site), table.Natural(a.Line, b.Line), table.Natural(a.Equipment, b.Equipment),
		table.Natural(a.Position, b.Position), cmp.Compare(a.Product, b.Product), cmp.Compare(a.Characteristic, b.Characteristic),
	)
}
