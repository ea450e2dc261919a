package keeper

import (
	"context"
	"fmt"
	"sync"
	"time"

	"github.com/at-wat/mqtt-go"
)

// Broker gives messages to an MQTT broker, over one connection that is made when it is needed.
type Broker struct {
	// URL is its address, as mqtt://127.0.0.1:1883; ClientID tells it from every other client.
	URL, ClientID, User, Password string

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
		client, err := mqtt.DialContext(ctx, b.URL)
		if err != nil {
			return fmt.Errorf("the broker at %s: %w", b.URL, err)
		}
		options := []mqtt.ConnectOption{mqtt.WithCleanSession(true)}
		if b.User != "" {
			options = append(options, mqtt.WithUserNamePassword(b.User, b.Password))
		}
		if _, err := client.Connect(ctx, b.ClientID, options...); err != nil {
			_ = client.Close()
			return fmt.Errorf("the broker at %s: %w", b.URL, err)
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
