package cli

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"io"

	"genjin/model"
)

// json prints a value: Chinese as it is, and never coloured, so that what is
// copied from a terminal is JSON.
func (r *run) json(v any) error {
	w := bufio.NewWriter(r.Out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return err
	}
	return w.Flush()
}

// array prints a JSON array, one value at a time; next gives the values.
func (r *run) array(each func(add func(v any) error) error) error {
	w := bufio.NewWriter(r.Out)
	empty := true
	err := each(func(v any) error {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("  ", "  ")
		if err := enc.Encode(v); err != nil {
			return err
		}
		lead := ",\n  "
		if empty {
			lead, empty = "[\n  ", false
		}
		_, err := w.WriteString(lead + string(bytes.TrimSpace(b.Bytes())))
		return err
	})
	if err != nil {
		return err
	}
	end := "\n]\n"
	if empty {
		end = "[]\n"
	}
	if _, err := io.WriteString(w, end); err != nil {
		return err
	}
	return w.Flush()
}

// customerJSON is a card as scripts read it, with its campaign's name; names gives
// the name of another customer.
func customerJSON(ctx context.Context, st model.Customers, c *model.Customer, names func(int64) string) json.RawMessage {
	name := ""
	if c.Campaign != 0 {
		all, _ := st.Campaigns(ctx) // its id is there all the same
		for i := range all {
			if all[i].ID == c.Campaign {
				name = all[i].Name
			}
		}
	}
	return with(model.JSON(model.CustomerFields, c, c.Meta, names), struct {
		Campaign *string `json:"campaign"`
	}{orNull(name)})
}

// entryJSON is a journal entry as scripts read it, with whose it is.
func entryJSON(e *model.Entry, customer string) json.RawMessage {
	return model.JSON(model.EntryFields, e, e.Meta, func(int64) string { return customer })
}

// cardJSON is a card with the customer's account, their orders and, as its last
// member, the journal, the newest first.
func cardJSON(c *model.Customer, card json.RawMessage, money accountJSON, ordered []json.RawMessage,
	entries []model.Entry) (json.RawMessage, error) {
	journal := make([]json.RawMessage, len(entries))
	for i := range entries {
		journal[i] = entryJSON(&entries[i], c.Name)
	}
	list, err := json.Marshal(journal)
	if err != nil {
		return nil, err
	}
	return with(card, struct {
		Money   accountJSON       `json:"money"`
		Orders  []json.RawMessage `json:"orders"`
		Journal json.RawMessage   `json:"journal"`
	}{money, ordered, list}), nil
}
