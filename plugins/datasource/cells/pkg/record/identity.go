package record

import (
	"fmt"
	"hash/fnv"
	"strconv"
)

// Digest is 16 hexadecimal digits, the same for the same text: the identity of an event.
func Digest(text string) string { return fmt.Sprintf("%08x%08x", hash(text), hash("2/"+text)) }

// BucketOf is the bucket that an item's pointers and the events about it lie in, of so many.
func BucketOf(item string, buckets uint32) string {
	return strconv.FormatUint(uint64(hash(item)%buckets), 10)
}

// wholeSecondTime is the ns of an event's row: its second plus a hash of its identity.
func wholeSecondTime(atMs int64, identity string) int64 {
	return atMs/1000*1e9 + int64(hash(identity)%1e9)
}

// hash is FNV-1a, 32 bits.
func hash(text string) uint32 {
	h := fnv.New32a()
	_, _ = h.Write([]byte(text))
	return h.Sum32()
}
