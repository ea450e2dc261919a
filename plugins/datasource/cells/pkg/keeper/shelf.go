package keeper

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"sync"
	"sync/atomic"
	"time"

	"github.com/at-wat/mqtt-go"
)

const (
	// quiet is how long no message comes until all are there that a broker kept.
	quiet = 300 * time.Millisecond
	// echoed is how long a message takes at most to come back.
	echoed = 5 * time.Second
	// atOnce is how many messages the broker has to take at once.
	atOnce = 32
)

// Shelf is what an MQTT broker keeps at some topics for whoever asks later, as it tells itself: over a connection of its own, which is made
// when it is needed.
type Shelf struct {
	Login

	mu     sync.Mutex
	client *mqtt.BaseClient
	filter string
	kept   map[string]string
	// last is when a message came last, awaited are messages that were sent and did not come back yet, by topic.
	last    time.Time
	awaited map[string]awaited
}

// awaited is a message since when it was sent, however often that was and over whatever connections.
type awaited struct {
	payload string
	since   time.Time
}

// Kept are the messages that the broker keeps at the topics of a filter, by topic.
func (s *Shelf) Kept(ctx context.Context, filter string) (map[string]string, error) {
	if err := s.listen(ctx, filter); err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return maps.Clone(s.kept), nil
}

// Put gives the broker messages to keep in place of those at their topics; an empty one takes that away. That a message which was given again
// and again does not come back is an error.
func (s *Shelf) Put(ctx context.Context, messages map[string]string) error {
	s.mu.Lock()
	maps.DeleteFunc(s.awaited, func(topic string, _ awaited) bool { _, again := messages[topic]; return !again })
	s.mu.Unlock()
	var all sync.WaitGroup
	var failed atomic.Pointer[error]
	free := make(chan struct{}, atOnce)
	for topic, payload := range messages {
		free <- struct{}{}
		if failed.Load() != nil {
			break
		}
		all.Go(func() {
			if err := s.put(ctx, topic, payload); err != nil {
				failed.Store(&err)
			}
			<-free
		})
	}
	all.Wait()
	if err := failed.Load(); err != nil {
		s.Close()
		return fmt.Errorf("the broker at %s does not take a message: %w", s.URL, *err)
	}
	return s.unkept()
}

// unkept is an error where a message did not come back.
func (s *Shelf) unkept() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	for topic, of := range s.awaited {
		if time.Since(of.since) > echoed {
			return fmt.Errorf("the broker at %s took a message and does not keep it at %s: its access list has to let user %s write and read there (telegraf/mosquitto.acl)", s.URL, topic, s.User)
		}
	}
	return nil
}

func (s *Shelf) put(ctx context.Context, topic, payload string) error {
	s.mu.Lock()
	client := s.client
	if of, is := s.awaited[topic]; s.kept[topic] != payload && (!is || of.payload != payload) {
		s.awaited[topic] = awaited{payload, time.Now()}
	}
	s.mu.Unlock()
	if client == nil {
		return errors.New("the connection is closed")
	}
	return client.Publish(ctx, &mqtt.Message{Topic: topic, QoS: mqtt.QoS1, Payload: []byte(payload), Retain: true})
}

// listen makes sure that there is a connection, over which all messages of the filter came.
func (s *Shelf) listen(ctx context.Context, filter string) error {
	ctx, cancel := context.WithTimeout(ctx, brokerPatience)
	defer cancel()
	s.mu.Lock()
	client, same := s.client, s.filter == filter
	s.mu.Unlock()
	if client != nil && same && client.Ping(ctx) == nil {
		return nil
	}
	s.Close()
	client, err := s.dial(ctx, s.heard)
	if err != nil {
		return err
	}
	s.mu.Lock()
	s.client, s.filter, s.kept, s.last = client, filter, map[string]string{}, time.Now()
	if s.awaited == nil {
		s.awaited = map[string]awaited{}
	}
	s.mu.Unlock()
	granted, err := client.Subscribe(ctx, mqtt.Subscription{Topic: filter, QoS: mqtt.QoS1})
	if err == nil && len(granted) == 1 && granted[0].QoS == mqtt.SubscribeFailure {
		err = errors.New("it refuses to tell")
	}
	if err == nil {
		err = s.settle(ctx)
	}
	if err != nil {
		s.Close()
		return fmt.Errorf("asking the broker at %s what it keeps at %s: %w", s.URL, filter, err)
	}
	return nil
}

// settle waits until no more comes.
func (s *Shelf) settle(ctx context.Context) error {
	for {
		s.mu.Lock()
		since := time.Since(s.last)
		s.mu.Unlock()
		if since >= quiet {
			return nil
		}
		select {
		case <-ctx.Done():
			return context.Cause(ctx)
		case <-time.After(quiet - since):
		}
	}
}

func (s *Shelf) heard(client *mqtt.BaseClient, m *mqtt.Message) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if client != s.client {
		return
	}
	s.last = time.Now()
	delete(s.awaited, m.Topic)
	if len(m.Payload) == 0 {
		delete(s.kept, m.Topic)
	} else {
		s.kept[m.Topic] = string(m.Payload)
	}
}

// Close ends the connection.
func (s *Shelf) Close() {
	s.mu.Lock()
	client := s.client
	s.client = nil
	s.mu.Unlock()
	if client != nil {
		_ = client.Close()
	}
}
