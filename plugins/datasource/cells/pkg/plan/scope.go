package plan

import "strings"

// Scope is what a plan row is asked for: a product and the attributes of a visit (equipment, position, line …).
type Scope struct {
	Product    string
	Attributes map[string]string
}

// ParseStratum reads `equipment=filler-02,position=nozzle-4` into attributes; `*` and the empty text are none.
func ParseStratum(stratum string) map[string]string {
	attributes := map[string]string{}
	if stratum == Any || stratum == "" {
		return attributes
	}
	for _, pair := range strings.Split(stratum, ",") {
		key, value, _ := strings.Cut(pair, "=")
		attributes[key] = value
	}
	return attributes
}

// keysMatched is the number of keys of a stratum when all of them hold for the attributes, -1 when one does not. The more
// keys, the nearer the row: `equipment=filler-02,position=nozzle-4` before `equipment=filler-02` before `*`.
func keysMatched(stratum string, attributes map[string]string) int {
	n := 0
	for key, value := range ParseStratum(stratum) {
		if attributes[key] != value {
			return -1
		}
		n++
	}
	return n
}

// nearer orders the rows that hold for a scope: a row for the product goes before a row for any, then the stratum with
// more keys, then, so that the answer never depends on the order of reading, the stratum's text.
func nearer(a, b *Row, attributes map[string]string) bool {
	if aAny, bAny := a.Product == Any, b.Product == Any; aAny != bAny {
		return bAny
	}
	if aKeys, bKeys := keysMatched(a.Stratum, attributes), keysMatched(b.Stratum, attributes); aKeys != bKeys {
		return aKeys > bKeys
	}
	return a.Stratum > b.Stratum
}

func (s Scope) holds(r *Row) bool {
	return (r.Product == Any || r.Product == s.Product) && keysMatched(r.Stratum, s.Attributes) >= 0
}
