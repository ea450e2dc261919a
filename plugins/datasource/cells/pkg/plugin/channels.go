package plugin

import (
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/live"
	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/source"
)

const (
	channelPrefix = "visits/v1/"
	// longestInPath is the longest query that a channel's path carries itself; Grafana allows 160 characters in all.
	longestInPath = 100
	hashLength    = 16

	// What is kept of longer queries: bytes of each, how many of one user, and how many in all; the least used go first.
	maxLiveQuery  = 64 << 10
	maxKeptOfUser = maxOpenOfUser
	maxKept       = 500
	// maxOpenOfUser bounds the channels that were opened by one user.
	maxOpenOfUser = 200
)

// channels keeps queries that are too long for a path, by the hash that stands for them, and counts the channels that are
// open by who opened them.
type channels struct {
	mu   sync.Mutex
	kept map[string]*keptQuery
	tick int64
	open map[string]int
}

type keptQuery struct {
	raw  json.RawMessage
	user string
	used int64
}

// path spells a visits query as the path of its channel.
func (c *channels) path(raw json.RawMessage, user string) (string, error) {
	if len(raw) > maxLiveQuery {
		return "", source.Mistake("a live query has %d bytes, at most %d are followed; name fewer values, or switch live updates off", len(raw), maxLiveQuery)
	}
	canonical, err := live.CanonicalVisits(raw)
	if err != nil {
		return "", err
	}
	encoded := base64.RawURLEncoding.EncodeToString(canonical)
	if len(encoded) <= longestInPath {
		return channelPrefix + encoded, nil
	}
	sum := sha256.Sum256(canonical)
	hash := hex.EncodeToString(sum[:])[:hashLength]
	c.keep(hash, canonical, user)
	return channelPrefix + hash, nil
}

func (c *channels) keep(hash string, raw json.RawMessage, user string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.kept == nil {
		c.kept = map[string]*keptQuery{}
	}
	c.tick++
	c.kept[hash] = &keptQuery{raw, user, c.tick}
	c.forget(maxKeptOfUser, func(q *keptQuery) bool { return q.user == user })
	c.forget(maxKept, func(*keptQuery) bool { return true })
}

// forget drops the least used of some queries while they are more than allowed.
func (c *channels) forget(most int, some func(*keptQuery) bool) {
	n, oldest := 0, ""
	for hash, q := range c.kept {
		if some(q) {
			if n++; oldest == "" || q.used < c.kept[oldest].used {
				oldest = hash
			}
		}
	}
	if n > most {
		delete(c.kept, oldest) // one is kept at a time, so one is too many
	}
}

// errNotKept says that a path stands for a query that is not kept: any more, or not since this process began.
var errNotKept = source.Mistake("this live query is not kept: the data source was restarted, or more than %d of one user or %d in all were asked for since. "+
	"Ask for its path at the resource live again, as panels do by themselves; where that does not help, close panels, or switch off their live updates", maxKeptOfUser, maxKept)

// query is what a channel's path carries or stands for.
func (c *channels) query(path string) (json.RawMessage, error) {
	name, ok := strings.CutPrefix(path, channelPrefix)
	if !ok {
		return nil, fmt.Errorf("channel %q is unknown; channels begin with %s", path, channelPrefix)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if kept := c.kept[name]; kept != nil {
		c.tick++
		kept.used = c.tick
		return kept.raw, nil
	}
	if isHash(name) {
		return nil, errNotKept
	}
	raw, err := base64.RawURLEncoding.DecodeString(name)
	if err != nil || len(raw) == 0 || raw[0] != '{' {
		return nil, fmt.Errorf("channel %q carries no query; ask for its path at the resource live again", path)
	}
	return raw, nil
}

// isHash tells whether a name is a hash that stands for a query, kept or not: none that carries its query is as short.
func isHash(name string) bool {
	_, err := hex.DecodeString(name)
	return err == nil && len(name) == hashLength
}

// room refuses a user who has opened many channels.
func (c *channels) room(user string) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.roomFor(user)
}

func (c *channels) roomFor(user string) error {
	if c.open[user] >= maxOpenOfUser {
		return source.Mistake("%d live channels are open for you, and no more are opened; close panels, or switch off their live updates", maxOpenOfUser)
	}
	return nil
}

// enter counts a channel that was opened by a user, until leave is called.
func (c *channels) enter(user string) (leave func(), err error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if err := c.roomFor(user); err != nil {
		return nil, err
	}
	if c.open == nil {
		c.open = map[string]int{}
	}
	c.open[user]++
	return func() {
		c.mu.Lock()
		defer c.mu.Unlock()
		if c.open[user]--; c.open[user] == 0 {
			delete(c.open, user)
		}
	}, nil
}
