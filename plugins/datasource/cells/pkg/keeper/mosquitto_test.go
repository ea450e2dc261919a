package keeper_test

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/at-wat/mqtt-go"

	"github.com/cellthread/cellthread/plugins/datasource/cells/pkg/keeper"
)

// mosquitto is a real broker that keeps its messages on disk as the shipped one does.
type mosquitto struct {
	t    *testing.T
	url  string
	dir  string
	port int
	cmd  *exec.Cmd
	// acl is whether it has an access list.
	acl bool
}

func startMosquitto(t *testing.T) *mosquitto {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	port := listener.Addr().(*net.TCPAddr).Port
	_ = listener.Close()
	m := &mosquitto{t: t, url: fmt.Sprintf("mqtt://127.0.0.1:%d", port), dir: t.TempDir(), port: port}
	m.start()
	t.Cleanup(m.kill)
	return m
}

func (m *mosquitto) start() {
	m.t.Helper()
	program, err := exec.LookPath("mosquitto")
	if err != nil {
		program = "/usr/sbin/mosquitto" // where packages put it, which is not on every PATH
	}
	config := filepath.Join(m.dir, "mosquitto.conf")
	text := fmt.Sprintf("listener %d 127.0.0.1\nallow_anonymous true\npersistence true\npersistence_location %s/\nautosave_interval 5\nmax_queued_messages 0\nmax_queued_bytes 0\nmax_inflight_messages 20000\nuser root\nlog_type none\n", m.port, m.dir)
	if m.acl {
		text += "acl_file " + filepath.Join(m.dir, "acl") + "\n"
	}
	if err := os.WriteFile(config, []byte(text), 0o600); err != nil {
		m.t.Fatal(err)
	}
	m.cmd = exec.Command(program, "-c", config) //nolint:gosec // the developer's own mosquitto
	if err := m.cmd.Start(); err != nil {
		m.t.Fatalf("install mosquitto: %v", err)
	}
	for range 200 {
		if conn, err := net.Dial("tcp", fmt.Sprintf("127.0.0.1:%d", m.port)); err == nil {
			_ = conn.Close()
			return
		}
		time.Sleep(20 * time.Millisecond)
	}
	m.t.Fatal("mosquitto does not answer")
}

// denies has it take up an access list, without ending any connection.
func (m *mosquitto) denies(acl string) {
	m.t.Helper()
	if err := os.WriteFile(filepath.Join(m.dir, "acl"), []byte(acl+"\n"), 0o600); err != nil {
		m.t.Fatal(err)
	}
	if m.acl {
		_ = m.cmd.Process.Signal(syscall.SIGHUP)
		time.Sleep(500 * time.Millisecond)
		return
	}
	m.acl = true
	m.kill()
	m.start()
}

// kill ends it as a power cut does: what was not on its disk yet is lost.
func (m *mosquitto) kill() {
	_ = m.cmd.Process.Kill()
	_ = m.cmd.Wait()
}

// forgets starts it again without what it kept.
func (m *mosquitto) forgets() {
	m.t.Helper()
	m.kill()
	_ = os.Remove(filepath.Join(m.dir, "mosquitto.db"))
	m.start()
}

// shelf is a keeper's connection to it.
func (m *mosquitto) shelf(name string) *keeper.Shelf {
	s := &keeper.Shelf{Login: keeper.Login{URL: m.url, ClientID: name}}
	m.t.Cleanup(s.Close)
	return s
}

// kept is what a line reads that connects now, by topic.
func (m *mosquitto) kept() map[string]string {
	m.t.Helper()
	s := &keeper.Shelf{Login: keeper.Login{URL: m.url, ClientID: "line"}}
	defer s.Close()
	all, err := s.Kept(context.Background(), "umh/v1/#")
	if err != nil {
		m.t.Fatal(err)
	}
	return all
}

// hears gives what is published at the topics of a filter from now on.
func (m *mosquitto) hears(filter string) (all func() []string) {
	m.t.Helper()
	client, err := mqtt.DialContext(m.t.Context(), m.url)
	if err != nil {
		m.t.Fatal(err)
	}
	m.t.Cleanup(func() { _ = client.Close() })
	var mu sync.Mutex
	var heard []string
	client.Handle(mqtt.HandlerFunc(func(of *mqtt.Message) {
		mu.Lock()
		defer mu.Unlock()
		heard = append(heard, string(of.Payload))
	}))
	if _, err := client.Connect(m.t.Context(), "hearer", mqtt.WithCleanSession(true)); err != nil {
		m.t.Fatal(err)
	}
	if _, err := client.Subscribe(m.t.Context(), mqtt.Subscription{Topic: filter, QoS: mqtt.QoS1}); err != nil {
		m.t.Fatal(err)
	}
	return func() []string {
		mu.Lock()
		defer mu.Unlock()
		return append([]string(nil), heard...)
	}
}

func TestABrokerThatAcceptsAndDoesNotAnswerIsAnErrorInTime(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = listener.Close() }()
	login := keeper.Login{URL: "mqtt://" + listener.Addr().String(), ClientID: "keeper"}
	broker, shelf := &keeper.Broker{Login: login}, &keeper.Shelf{Login: login}
	for name, ask := range map[string]func(ctx context.Context) error{
		"a message": func(ctx context.Context) error { return broker.Publish(ctx, "umh/v1/a", []byte("x")) },
		"what it keeps": func(ctx context.Context) error {
			_, err := shelf.Kept(ctx, "umh/v1/#")
			return err
		},
	} {
		ctx, cancel := context.WithTimeout(t.Context(), 500*time.Millisecond)
		began := time.Now()
		if err := ask(ctx); err == nil || time.Since(began) > 3*time.Second {
			t.Errorf("%s: after %s %v", name, time.Since(began), err)
		}
		cancel()
	}
}

func TestABrokerThatStandsStillIsAnErrorInTimeAndToldAgainOnceItGoesOn(t *testing.T) {
	m := startMosquitto(t)
	broker, shelf := &keeper.Broker{Login: keeper.Login{URL: m.url, ClientID: "keeper"}}, m.shelf("shelf")
	defer broker.Close()
	tell := func() (told, kept error) {
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		told = broker.Publish(ctx, "umh/v1/a", []byte("x"))
		again, stop := context.WithTimeout(t.Context(), time.Second)
		defer stop()
		_, kept = shelf.Kept(again, "umh/v1/#")
		return told, kept
	}
	if told, kept := tell(); told != nil || kept != nil {
		t.Fatal(told, kept)
	}
	_ = m.cmd.Process.Signal(syscall.SIGSTOP)
	began := time.Now()
	if told, kept := tell(); told == nil || kept == nil || time.Since(began) > 5*time.Second {
		t.Errorf("after %s %v, %v", time.Since(began), told, kept)
	}
	_ = m.cmd.Process.Signal(syscall.SIGCONT)
	if told, kept := tell(); told != nil || kept != nil {
		t.Errorf("once it goes on %v, %v", told, kept)
	}
}
