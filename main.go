// genjin is a terminal CRM for one salesperson: run alone it opens the screen,
// with a command it prints or changes one thing. See README.md.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"

	"github.com/charmbracelet/x/term"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/cli"
)

func main() { os.Exit(run(os.Args[1:])) }

func run(args []string) int {
	// Without a home directory the database has to be named.
	home, _ := os.UserHomeDir()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP, syscall.SIGQUIT)
	defer stop()
	// A reader who has gone is an error of a write, told from what was done; the
	// signal would end the program without a word.
	signal.Notify(make(chan os.Signal, 1), syscall.SIGPIPE)
	return cli.Run(ctx, cli.App{
		Out: os.Stdout, Err: os.Stderr, Getenv: os.Getenv, Home: home, Now: model.Now,
		Terminal: term.IsTerminal(os.Stdin.Fd()) && term.IsTerminal(os.Stdout.Fd()),
		Open:     open, PutBack: putBack, Screen: screen,
		Secret: func(ctx context.Context, prompt string) (string, error) {
			return cli.Secret(ctx, os.Stdin, os.Stderr, prompt)
		},
	}, args)
}

// open opens a database; another day than the clock's may count as today.
func open(ctx context.Context, path string, asOf model.Date) (model.Store, error) {
	opts := []store.Option{store.Guarded()}
	if asOf != "" {
		opts = append(opts, store.AsOf(asOf))
	}
	st, err := store.Open(ctx, path, opts...)
	if err != nil {
		return nil, err
	}
	return st, nil
}

// putBack puts a backup in a database's place.
func putBack(ctx context.Context, path, from, passphrase string) (model.PutBack, error) {
	return store.PutBack(ctx, path, from, passphrase)
}

// screen runs the program on the whole terminal.
func screen(ctx context.Context, st model.Store, lang label.Lang) error {
	return tui.Run(ctx, st, tui.Options{Lang: lang, NoColor: os.Getenv("NO_COLOR") != ""})
}
