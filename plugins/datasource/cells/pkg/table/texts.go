package table

import "unsafe"

// texts holds strings either as a dictionary with one code a row (few distinct values: tags, verdicts) or, once most
// rows turn out distinct (cell IDs), as one run of bytes with an end offset a row. A row then costs its own bytes plus
// four, where a dictionary of distinct values would cost its map entry as well.
type texts struct {
	words []string
	code  map[string]uint32
	codes []uint32

	flat  bool
	bytes []byte
	ends  []uint32
}

// A dictionary is given up when it has more words than this and more than half as many words as rows.
const dictionaryMax = 1024

// A flat column's offsets are 32-bit; beyond this many bytes it stays, or becomes, a dictionary again.
const flatMaxBytes = 1 << 31

func (t *texts) at(i int) string {
	if !t.flat {
		return t.words[t.codes[i]]
	}
	start, end := t.span(i)
	if start == end {
		return ""
	}
	// The bytes below len are never written again, so a string may point at them.
	return unsafe.String(&t.bytes[start], int(end-start))
}

func (t *texts) span(i int) (start, end uint32) {
	if i > 0 {
		start = t.ends[i-1]
	}
	return start, t.ends[i]
}

func (t *texts) append(s string) {
	if t.flat {
		if len(t.bytes)+len(s) < flatMaxBytes {
			t.bytes = append(t.bytes, s...)
			t.ends = append(t.ends, uint32(len(t.bytes)))
			return
		}
		t.unflatten()
	}
	// Rows arrive series by series, so the last word is the likeliest.
	if n := len(t.codes); n > 0 && t.words[t.codes[n-1]] == s {
		t.codes = append(t.codes, t.codes[n-1])
		return
	}
	c, known := t.code[s]
	if !known {
		if len(t.words) >= dictionaryMax && 2*len(t.words) > len(t.codes) && t.dictionaryBytes() < flatMaxBytes/2 {
			t.flatten()
			t.append(s)
			return
		}
		if t.code == nil {
			t.code = map[string]uint32{}
		}
		c = uint32(len(t.words))
		s = string(append([]byte(nil), s...))
		t.words = append(t.words, s)
		t.code[s] = c
	}
	t.codes = append(t.codes, c)
}

func (t *texts) dictionaryBytes() int {
	total := 0
	for _, w := range t.words {
		total += len(w)
	}
	return total * 2
}

func (t *texts) flatten() {
	flat := texts{flat: true, ends: make([]uint32, 0, 2*len(t.codes)), bytes: make([]byte, 0, 2*t.dictionaryBytes())}
	for _, c := range t.codes {
		flat.bytes = append(flat.bytes, t.words[c]...)
		flat.ends = append(flat.ends, uint32(len(flat.bytes)))
	}
	*t = flat
}

func (t *texts) unflatten() {
	dict := texts{code: map[string]uint32{}}
	for i := range t.ends {
		s := t.at(i)
		c, known := dict.code[s]
		if !known {
			c = uint32(len(dict.words))
			dict.words = append(dict.words, s)
			dict.code[s] = c
		}
		dict.codes = append(dict.codes, c)
	}
	*t = dict
}

// reserve makes room for n more rows.
func (t *texts) reserve(n int) {
	if t.flat {
		t.ends = grow(t.ends, n)
		return
	}
	t.codes = grow(t.codes, n)
}
