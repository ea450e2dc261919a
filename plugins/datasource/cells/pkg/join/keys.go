package join

import (
	"hash/maphash"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/table"
)

// keys numbers the distinct keys of a column from 0 in order of appearance and chains the rows of each, without copying
// a key: half a million cell IDs take tens of milliseconds and eight to twelve bytes a row, where a map would take
// several times both.
type keys struct {
	column *table.Column
	seed   maphash.Seed
	slots  []slot
	first  []int32 // by number: its first row
	last   []int32 // by number: its last row
	next   []int32 // by row: the next row of the same key, 0 for none (row 0 is never a next one)
	of     []int32 // by row: the number of its key, -1 for a missing or empty one
}

// slot keeps the upper half of a key's hash beside its number plus one (0 is free): probing past other keys then reads no
// text.
type slot struct {
	hash   uint32
	number int32
}

func newKeys(column *table.Column) *keys {
	n := column.Len()
	size := 16
	for size < 2*n {
		size *= 2
	}
	k := &keys{column: column, seed: maphash.MakeSeed(), slots: make([]slot, size), next: make([]int32, n), of: make([]int32, n),
		first: make([]int32, 0, n), last: make([]int32, 0, n)}
	for row := range n {
		v, ok := column.Text(row)
		if !ok || v == "" {
			k.of[row] = -1
			continue
		}
		at, hash := k.find(v)
		no := k.slots[at].number - 1
		if no < 0 {
			no = int32(len(k.first)) //nolint:gosec // row budgets are far below 2^31
			k.slots[at] = slot{hash, no + 1}
			k.first = append(k.first, int32(row)) //nolint:gosec // as above
			k.last = append(k.last, int32(row))   //nolint:gosec // as above
		} else {
			k.next[k.last[no]] = int32(row) //nolint:gosec // as above
			k.last[no] = int32(row)         //nolint:gosec // as above
		}
		k.of[row] = no
	}
	return k
}

// len is the number of distinct keys.
func (k *keys) len() int { return len(k.first) }

// number is the number of a key, -1 when the column does not have it.
func (k *keys) number(v string) int {
	at, _ := k.find(v)
	return int(k.slots[at].number) - 1
}

// rows gives the rows of a key in their order, appended to a slice that may be reused.
func (k *keys) rows(no int, into []int) []int {
	into = append(into[:0], int(k.first[no]))
	for row := k.next[k.first[no]]; row != 0; row = k.next[row] {
		into = append(into, int(row))
	}
	return into
}

// find gives the slot of a key, its own or the free one it would take, and the hash to keep there.
func (k *keys) find(v string) (at int, hash uint32) {
	full := maphash.String(k.seed, v)
	hash = uint32(full >> 32) //nolint:gosec // the upper half
	mask := uint64(len(k.slots) - 1)
	i := full & mask
	for ; k.slots[i].number != 0; i = (i + 1) & mask {
		if k.slots[i].hash == hash {
			if other, _ := k.column.Text(int(k.first[k.slots[i].number-1])); other == v {
				break
			}
		}
	}
	return int(i), hash //nolint:gosec // masked to the table's size
}
