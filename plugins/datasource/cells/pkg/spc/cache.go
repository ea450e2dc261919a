package spc

import "sync"

// cache keeps what is dear to compute and depends on nothing but its key.
type cache[K comparable, V any] struct {
	mu   sync.RWMutex
	made map[K]V
}

func (c *cache[K, V]) of(key K, compute func(K) V) V {
	c.mu.RLock()
	value, known := c.made[key]
	c.mu.RUnlock()
	if known {
		return value
	}
	value = compute(key)
	c.mu.Lock()
	c.made[key] = value
	c.mu.Unlock()
	return value
}
