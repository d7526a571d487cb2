// Package tui is the program on the screen: tabs, dialogs over them, the keys
// that work everywhere, and the bottom line. Package cli below it is the same
// program on the command line.
//
// # How it is laid out
//
//   - The root is app.go: size, colour, tabs, routing. keys.go has the keys of
//     every tab, typing.go tells text from keys, apply.go is undo and redo,
//     leave.go is quitting, view.go draws the frame.
//   - kit is what every screen is made of, and knows no record: tables, lists
//     read by ids, forms, dialogs, actions, menus, the palette, the bottom line.
//     Browser is a tab of lists, Load a read that can be outdated, Pane what
//     stands beside the rows. theme has the styles.
//   - A tab is a folder: today, customers, journal, orders, receivables, oem,
//     reports.
//     It says what its rows are, what can be done with one (actions.go), and
//     what is drawn beside it (pane.go). card is the customer beside the rows.
//   - act is what one does to a record, the same wherever it is shown; ask is
//     what asks for something: a form with its draft, how a list is looked at,
//     a customer, a file.
//   - words has every sentence in Chinese and English on one line.
//   - cli has one command a file; its lists follow from the views (kinds.go),
//     new and edit from the field tables (forms.go).
//   - test has a desk for tests and the journeys in a real terminal.
//
// # The way of a keystroke
//
// App.Update takes the size, the colours and ctrl+c. A key, a paste or the
// mouse goes to the dialog on top; without one it is first judged to be a key
// or text (a burst of characters, or one that no key has, runs nothing), then
// offered to the tab's own actions, then to those of every tab. An action is
// one value with its keys, its name, why it can't be done now, and what it
// does; the bottom line, the menu, the help and the palette read the same list.
//
// Update changes the state and returns a command; the command does the reading
// and writing, off the screen, and answers with a message. Nothing is read in
// View. A load has a number: an answer to an old question is dropped, and the
// question is cancelled when a new one is asked.
//
// A write answers kit.Changed with a sentence. The active tab reads itself
// anew, the others when they are looked at, and the bottom line offers to undo
// just that act. An error goes to the field it belongs to, else to the bottom
// line; a form never loses what was typed.
package tui
