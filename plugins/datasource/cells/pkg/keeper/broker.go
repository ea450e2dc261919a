package keeper

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/at-wat/mqtt-go"
)

// Login is how a client connects to an MQTT broker.
type Login struct {
	// URL is its address, as mqtt://127.0.0.1:1883; ClientID tells it from every other client.
	URL, ClientID, User, Password string
}

// Broker gives messages to an MQTT broker, over one connection that is made when it is needed.
type Broker struct {
	Login

	mu     sync.Mutex
	client *mqtt.BaseClient
}

// brokerPatience is how long the broker may take to answer.
const brokerPatience = 5 * time.Second

// Publish gives it a message that it keeps until it was delivered (QoS 1), and waits until it has it.
func (b *Broker) Publish(ctx context.Context, topic string, payload []byte) error {
	return b.give(ctx, &mqtt.Message{Topic: topic, QoS: mqtt.QoS1, Payload: payload})
}

// Retain is Publish of a message that whoever asks later is given as well.
func (b *Broker) Retain(ctx context.Context, topic string, payload []byte) error {
	return b.give(ctx, &mqtt.Message{Topic: topic, QoS: mqtt.QoS1, Payload: payload, Retain: true})
}

func (b *Broker) give(ctx context.Context, message *mqtt.Message) error {
	ctx, cancel := context.WithTimeout(ctx, brokerPatience)
	defer cancel()
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.client == nil || b.client.Err() != nil || isDone(b.client) {
		client, err := b.dial(ctx, nil)
		if err != nil {
			return err
		}
		b.client = client
	}
	if err := b.client.Publish(ctx, message); err != nil {
		_ = b.client.Close()
		b.client = nil
		return fmt.Errorf("the broker at %s does not take a message: %w", b.URL, err)
	}
	return nil
}

// dial connects; heard is given what comes.
func (l Login) dial(ctx context.Context, heard func(*mqtt.BaseClient, *mqtt.Message)) (*mqtt.BaseClient, error) {
	client, err := mqtt.DialContext(ctx, l.URL)
	if err != nil {
		return nil, fmt.Errorf("the broker at %s: %w", l.URL, err)
	}
	if heard != nil {
		client.Handle(mqtt.HandlerFunc(func(m *mqtt.Message) { heard(client, m) }))
	}
	options := []mqtt.ConnectOption{mqtt.WithCleanSession(true)}
	if l.User != "" {
		options = append(options, mqtt.WithUserNamePassword(l.User, l.Password))
	}
	if _, err := client.Connect(ctx, l.ClientID, options...); err != nil {
		_ = client.Close()
		return nil, fmt.Errorf("the broker at %s: %w", l.URL, err)
	}
	return client, nil
}

func isDone(client *mqtt.BaseClient) bool {
	select {
	case <-client.Done():
		return true
	default:
		return false
	}
}

// Close ends the connection.
func (b *Broker) Close() {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.client != nil {
		_ = b.client.Close()
	}
}
