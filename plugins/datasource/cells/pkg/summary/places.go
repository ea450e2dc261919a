package summary

import "hash/maphash"

// places finds the places of streams in a list by their hashes, so that a stream is kept in the list only. Of two with one hash the
// second has the next hash that is free.
type places map[uint64]int32

var seed = maphash.MakeSeed()

// of is the place of a stream in a list; known is false where it has none.
func (p places) of(s Stream, all []Stream) (place int, known bool) {
	for hash := maphash.Comparable(seed, s); ; hash++ {
		at, taken := p[hash]
		if !taken {
			return 0, false
		}
		if all[at] == s {
			return int(at), true
		}
	}
}

// put gives a stream that has none a place.
func (p places) put(s Stream, place int) {
	hash := maphash.Comparable(seed, s)
	for _, taken := p[hash]; taken; _, taken = p[hash] {
		hash++
	}
	p[hash] = int32(place) //nolint:gosec // streams are thousands
}

// drop takes its place from a stream that has one.
func (p places) drop(s Stream, all []Stream) {
	hash := maphash.Comparable(seed, s)
	for all[p[hash]] != s {
		hash++
	}
	delete(p, hash)
	for next := hash + 1; ; next++ {
		at, taken := p[next]
		if !taken {
			return
		}
		delete(p, next)
		p.put(all[at], int(at))
	}
}
