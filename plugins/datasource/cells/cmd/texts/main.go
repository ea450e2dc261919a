// Command texts fills in the texts of Grafana's alerts with Go's own templates: annotations and labels of rules, messages of
// contact points. One JSON request a line on standard input, its answer a line on standard output, in the same order:
//
//	{"rule": {…}}     → {"texts": {name: text}} or, where one cannot be filled in, {"error": sentence}
//	{"message": {…}}  → {"text": text} or {"error": sentence}
//
// It ends with its input. A request that is no JSON is answered by an error as well.
package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// maxLine bounds a request, bytes: 500 alerts with their annotations.
const maxLine = 64 << 20

type request struct {
	Rule    *rule    `json:"rule"`
	Message *message `json:"message"`
}

type answer struct {
	Texts map[string]string `json:"texts,omitempty"`
	Text  string            `json:"text"`
	Error string            `json:"error,omitempty"`
}

func main() {
	if err := run(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "texts:", err)
		os.Exit(1)
	}
}

func run(in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	for lines.Scan() {
		line, err := json.Marshal(reply(lines.Bytes()))
		if err != nil {
			return err
		}
		if _, err := out.Write(append(line, '\n')); err != nil {
			return err
		}
	}
	return lines.Err()
}

func reply(line []byte) answer {
	var asked request
	decoder := json.NewDecoder(bytes.NewReader(line))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&asked); err != nil {
		return answer{Error: "the request cannot be read: " + err.Error()}
	}
	switch {
	case asked.Rule != nil:
		texts, err := asked.Rule.fill()
		return answerOf(answer{Texts: texts}, err)
	case asked.Message != nil:
		text, err := asked.Message.fill()
		return answerOf(answer{Text: text}, err)
	}
	return answer{Error: "the request names neither a rule nor a message"}
}

func answerOf(filled answer, err error) answer {
	if err != nil {
		return answer{Error: err.Error()}
	}
	return filled
}
